using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Tests;

/// <summary>Screens as text, with size, glyphs, catalog and prediction pinned.</summary>
public sealed class GoldenScreenTests
{
    [TestCaseSource(nameof(Cases))]
    public void Screen_OfAScene_LooksAsAccepted(string scene, int width, int height, string glyphs)
    {
        var size = new Size(width, height);
        var set = GlyphSet.All.Single(g => g.Name == glyphs);
        var text = HeadlessScreen.TextOf(Scenes.All[scene](size).Frame, set);
        Golden.Check("RigBuilder.Workbench.Tests", $"{scene}-{width}x{height}-{glyphs}.txt", text);
    }

    [TestCase(20, 5)]
    [TestCase(39, 30)]
    [TestCase(200, 11)]
    public void Screen_TooSmall_SaysWhatItHasAndNeeds(int width, int height)
    {
        var stage = Stage.On(FixtureWorld.Twin).Resize(width, height);
        Assert.That(stage.Screen.Replace("\n", " ", StringComparison.Ordinal), Does.Contain($"{width}×{height}").And.Contain("40×12"));
        stage.Resize(80, 24).Expect("Rig", "RTX 3090");
    }

    [TestCase(40, 12)]
    [TestCase(60, 18)]
    [TestCase(72, 20)]
    [TestCase(100, 30)]
    [TestCase(240, 60)]
    public void Screen_AtAnyUsableSize_ShowsTheFocusedPanelFramed(int width, int height)
    {
        foreach (var scene in Scenes.All.Values)
        {
            var stage = scene(new Size(width, height));
            var focused = stage.Frame.FocusedPanel;
            Assert.That(focused, Is.Not.Null);
            Assert.That(focused!.Area.Intersect(new Rect(0, 0, width, height)), Is.EqualTo(focused.Area));
        }
    }

    private static IEnumerable<object[]> Cases()
    {
        foreach (var scene in Scenes.All.Keys)
            foreach (var (width, height) in new[] { (80, 24), (140, 40) })
                yield return [scene, width, height, "braille"];
        foreach (var scene in Scenes.All.Keys.Where(k => k.StartsWith("arena", StringComparison.Ordinal)))
            yield return [scene, 118, 36, "braille"];
        foreach (var glyphs in new[] { "blocks", "ascii" })
            foreach (var scene in new[] { "bench-preview", "bench-troubled", "quest", "arena-running" })
                foreach (var (width, height) in new[] { (80, 24), (140, 40) })
                    yield return [scene, width, height, glyphs];
    }
}
