using RigBuilder.Domain.Catalogs;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>A slot with thousands of parts is tried in portions between frames; keys never wait for all of them.</summary>
public sealed class LargeCatalogTests
{
    private static readonly Catalog Thousand = new(
        [.. FixtureCatalog.Catalog.PartsOf(PartKind.Gpu), .. Enumerable.Range(0, 1000).Select(i => FixtureCatalog.Catalog.Gpus.Items[0] with { Id = $"card-{i}", Name = $"Card {i}" })],
        FixtureCatalog.Catalog.Models.Items, FixtureCatalog.Catalog.Quants.Items);

    [Test]
    public void Arrival_AtALargeSlot_TriesAPortionAndTheRestLater()
    {
        var stage = new Stage(ScreenState.Start(FixtureWorld.Of(Thousand), FixtureWorld.Twin), new Size(140, 40));
        Assert.That(stage.Bench.Scan!.IsComplete, Is.False);
        stage.Expect("of 1006");
        for (var i = 0; i < 10 && !stage.Bench.Scan!.IsComplete; i++) _ = stage.Frame;
        Assert.That(stage.Bench.Listed, Has.Length.EqualTo(1006));
        stage.ExpectNot("of 1006");
    }

    [Test]
    public void Key_BetweenPortions_IsTakenAtOnceAndTheCursorStaysOnItsPart()
    {
        var stage = new Stage(ScreenState.Start(FixtureWorld.Of(Thousand), FixtureWorld.Twin), new Size(140, 40));
        stage.Press("Tab j");
        var chosen = stage.Bench.Selected!.Part.Id;
        Assert.That(stage.Bench.Scan!.IsComplete, Is.False);
        for (var i = 0; i < 10; i++) _ = stage.Frame;
        Assert.That(stage.Bench.Selected!.Part.Id, Is.EqualTo(chosen));
    }

    [Test]
    public void Edit_BetweenPortions_StartsAnew()
    {
        var stage = new Stage(ScreenState.Start(FixtureWorld.Of(Thousand), FixtureWorld.Twin), new Size(140, 40));
        stage.Press("+");
        for (var i = 0; i < 12; i++) _ = stage.Frame;
        Assert.That(stage.Bench.Scan!.IsComplete, Is.True);
        Assert.That(stage.Bench.Scan.Candidates.Select(c => c.Count), Is.All.EqualTo(3));
        Assert.That(stage.Bench.Scan.Candidates.Select(c => c.Part.Id).Distinct().Count(), Is.EqualTo(1006));
    }
}
