using RigBuilder.Validation.Report;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>A validation's report in full: everything that was run, measured and found.</summary>
internal static class ReportDetails
{
    public static Overlay Of(ValidationReport report)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var line in ReportText.Markdown(report).Split('\n'))
        {
            if (line.StartsWith("|---", StringComparison.Ordinal)) continue;
            if (line.Length == 0) blocks.Add(new Block.Gap());
            var role = line.StartsWith('#') ? Role.Title : line.StartsWith("**", StringComparison.Ordinal) ? Role.Accent : Role.Normal;
            foreach (var row in TextWrap.Lines(line.Trim('#', ' ').Replace("**", "", StringComparison.Ordinal), Overlay.DetailsWidth))
                blocks.Add(new Block.Text(StyledText.Of(row, role)));
        }

        return new Overlay.Details("Validation report", blocks.ToImmutable());
    }
}
