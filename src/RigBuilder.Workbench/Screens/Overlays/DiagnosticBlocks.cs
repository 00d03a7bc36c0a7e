using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Diagnostics as something to read.</summary>
internal static class DiagnosticBlocks
{
    public static ImmutableArray<Block> Of(IEnumerable<Diagnostic> diagnostics)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var diagnostic in diagnostics)
        {
            if (blocks.Count > 0) blocks.Add(new Block.Gap());
            var role = diagnostic.Severity == DiagnosticSeverity.Error ? Role.Conflict : Role.Warning;
            if (diagnostic.Location is { } at) blocks.Add(new Block.Text(StyledText.Of(at.ToString(), Role.Accent)));
            Wrap(blocks, $"{diagnostic.Code} {diagnostic.Message}", role);
            if (diagnostic.SourceLine is { } line) blocks.Add(new Block.Text(StyledText.Of("  " + line.Trim(), Role.Dim)));
            if (diagnostic.Help is { } help) Wrap(blocks, "help: " + help, Role.Normal);
            if (diagnostic.Why is { } why) Wrap(blocks, "why: " + why, Role.Dim);
        }

        return blocks.ToImmutable();
    }

    private static void Wrap(ImmutableArray<Block>.Builder blocks, string text, Role role)
    {
        foreach (var line in TextWrap.Lines(text, Overlay.DetailsWidth)) blocks.Add(new Block.Text(StyledText.Of(line, role)));
    }
}
