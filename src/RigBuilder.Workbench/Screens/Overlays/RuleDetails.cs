using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>What a rule makes of the rig, step by step, and its tests.</summary>
internal static class RuleDetails
{
    public static Overlay Of(RuleStudy study, string rig)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Text(StyledText.Of($"On {rig}", Role.Title)));
        foreach (var line in study.Explanation.TrimEnd('\n').Split('\n').Skip(1)) Line(blocks, line);
        blocks.Add(new Block.Gap());
        var failed = study.Tests.Count(t => t.Failure is not null);
        blocks.Add(new Block.Text(StyledText.Of(failed == 0 ? $"Its {study.Tests.Length} tests hold" : $"{failed} of its {study.Tests.Length} tests do not hold", failed == 0 ? Role.Upgrade : Role.Conflict)));
        foreach (var test in study.Tests)
        {
            Hanging(blocks, test.Failure is null ? "✓ " : "✗ ", test.Expectation, test.Failure is null ? Role.Normal : Role.Conflict);
            if (test.Failure is { } failure) Hanging(blocks, "  ", failure, Role.Warning);
        }

        return new Overlay.Details($"Rule {study.RuleId}", blocks.ToImmutable()) { Location = study.Location };
    }

    /// <summary>A line of the tree; its value, set off by blanks, goes below where both do not fit side by side.</summary>
    private static void Line(ImmutableArray<Block>.Builder blocks, string line)
    {
        var text = line.TrimStart();
        var indent = new string(' ', Math.Max(0, line.Length - text.Length - 2));
        var cut = text.IndexOf("  ", StringComparison.Ordinal);
        if (cut < 0)
        {
            Hanging(blocks, indent, text, text.StartsWith("why:", StringComparison.Ordinal) ? Role.Dim : indent.Length == 0 ? Role.Accent : Role.Normal);
            return;
        }

        var (what, value) = (text[..cut], text[cut..].Trim());
        if (indent.Length + TextWidth.Of(what) + TextWidth.Of(value) + 3 <= Overlay.DetailsWidth)
        {
            blocks.Add(new Block.Pair(StyledText.Of(indent + what), StyledText.Of(value, Role.Accent)));
            return;
        }

        Hanging(blocks, indent, what, Role.Normal);
        blocks.Add(new Block.Pair(StyledText.Empty, StyledText.Of(TextWidth.Fit(value, Overlay.DetailsWidth), Role.Accent)));
    }

    private static void Hanging(ImmutableArray<Block>.Builder blocks, string before, string text, Role role)
    {
        var first = true;
        foreach (var line in TextWrap.Lines(text, Math.Max(10, Overlay.DetailsWidth - before.Length)))
        {
            blocks.Add(new Block.Text(StyledText.Of((first ? before : new string(' ', before.Length)) + line, role)));
            first = false;
        }
    }
}
