using System.Text;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Workbench.Tests.LayoutTests;

/// <summary>Rectangles drawn as pictures: one letter a panel, scaled down to a tenth of the width and half of the height.</summary>
public sealed class LayoutTests
{
    [Test]
    public void Bench_80x24_HasTwoColumns() => Draw(new Size(80, 24), PanelId.Slots).ShouldBe("""
        sssccccc
        sssccccc
        sssccccc
        sssccccc
        sssccccc
        sssccccc
        tttccccc
        tttfffff
        tttfffff
        tttfffff
        tttfffff
        """);

    [Test]
    public void Bench_80x24_ReadingFindings_GivesThemRoom() => Draw(new Size(80, 24), PanelId.Findings).ShouldBe("""
        sssccccc
        sssccccc
        sssccccc
        sssccccc
        sssccccc
        sssfffff
        tttfffff
        tttfffff
        tttfffff
        tttfffff
        tttfffff
        """);

    [Test]
    public void Bench_140x40_HasThreeColumnsAboveTheFindings() => Draw(new Size(140, 40), PanelId.Slots).ShouldBe("""
        sssccccccctttt
        sssccccccctttt
        sssccccccctttt
        sssccccccctttt
        sssccccccctttt
        sssccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        qqqccccccctttt
        ffffffffffffff
        ffffffffffffff
        ffffffffffffff
        ffffffffffffff
        ffffffffffffff
        """);

    [Test]
    public void Bench_Small_ShowsTheFocusedPanelAlone() => Draw(new Size(60, 16), PanelId.Stats).ShouldBe("""
        tttttt
        tttttt
        tttttt
        tttttt
        tttttt
        tttttt
        tttttt
        """);

    [Test]
    public void Layouts_AtEverySize_StayOnTheScreenWithoutOverlap()
    {
        for (var width = 0; width <= 220; width += 3)
        {
            for (var height = 0; height <= 70; height += 2)
            {
                var size = new Size(width, height);
                foreach (var focus in new[] { PanelId.Slots, PanelId.Candidates, PanelId.Stats, PanelId.Findings, PanelId.QuestForm, PanelId.QuestQuants, PanelId.CodexList, PanelId.CodexEntry, PanelId.ArenaFoes, PanelId.ArenaBout })
                {
                    var bench = BenchLayout.Of(size, focus);
                    var quest = QuestLayout.Of(size, focus);
                    var codex = CodexLayout.Of(size, focus);
                    Disjoint(size, bench.Slots, bench.Quest, bench.Candidates, bench.Stats, bench.Findings);
                    Disjoint(size, quest.Form, quest.Model, quest.Quants);
                    Disjoint(size, codex.List, codex.Entry);
                    foreach (var ended in new[] { false, true })
                        if (ArenaLayout.Of(size, focus, ended) is var arena) Disjoint(size, arena.Foes, arena.Stages, arena.Machine, arena.Bout, arena.Boss, arena.Score);
                }
            }
        }
    }

    [TestCase(60, "8 20 6 0 0")]
    [TestCase(80, "8 33 6 10 0")]
    [TestCase(30, "8 14 6 0 0", Description = "the growing column gives way last")]
    public void ColumnFit_Narrow_DropsTheHighestRanksFirst(int available, string expected)
    {
        Column[] columns = [new("", 8), new("", 20) { Grows = true }, new("", 6), new("", 10) { Rank = 1 }, new("", 30) { Rank = 2 }];
        if (available == 60) columns[1] = columns[1] with { Grows = false };
        if (available == 80) columns[4] = columns[4] with { Width = 40 };
        var widths = ColumnFit.Widths(columns, available);
        if (available == 60) Assert.That(widths[3], Is.EqualTo(10));
        else Assert.That(string.Join(' ', widths), Is.EqualTo(expected.Replace("33", (80 - 8 - 6 - 10 - 3).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        Assert.That(widths[4], Is.Zero);
    }

    private static void Disjoint(Size size, params Rect[] areas)
    {
        var shown = areas.Where(a => !a.IsEmpty).ToArray();
        var screen = new Rect(0, 0, size.Width, size.Height);
        Assert.That(shown.All(a => a.Intersect(screen) == a), Is.True, $"off the screen at {size}");
        for (var i = 0; i < shown.Length; i++)
            for (var j = i + 1; j < shown.Length; j++)
                Assert.That(shown[i].Intersect(shown[j]).IsEmpty, Is.True, $"overlap at {size}: {shown[i]} {shown[j]}");
    }

    private static Picture Draw(Size size, PanelId focus)
    {
        var layout = BenchLayout.Of(size, focus);
        var text = new StringBuilder();
        for (var y = 1; y < size.Height - 1; y += 2)
        {
            var line = new StringBuilder();
            for (var x = 5; x < size.Width; x += 10) line.Append(LetterAt(layout, x, y));
            text.Append(line).Append('\n');
        }

        return new Picture(text.ToString().TrimEnd());
    }

    private static char LetterAt(BenchLayout layout, int x, int y)
    {
        foreach (var (letter, area) in new[] { ('s', layout.Slots), ('q', layout.Quest), ('c', layout.Candidates), ('t', layout.Stats), ('f', layout.Findings) })
            if (area.Contains(x, y)) return letter;
        return '.';
    }

    private sealed record Picture(string Text)
    {
        public void ShouldBe(string expected) => Assert.That(Text, Is.EqualTo(expected.ReplaceLineEndings("\n")));
    }
}
