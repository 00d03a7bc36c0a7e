using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Parts, findings and quantisations in full.</summary>
internal static class PartDetails
{
    public static Overlay Of(Candidate candidate, CodexEntry? written)
    {
        var part = candidate.Part;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (name, value) in PartStats.All(part))
        {
            var first = true;
            foreach (var line in TextWrap.Lines(value.Length == 0 ? "none" : value, Overlay.DetailsWidth - 16))
            {
                blocks.Add(new Block.Text(StyledText.Of((first ? name : "").PadRight(16), Role.Dim).Then(line)));
                first = false;
            }
        }

        Paragraph(blocks, "Note", part.Note, Role.Normal);
        Paragraph(blocks, "Source", part.Source, Role.Dim);
        foreach (var finding in candidate.NewErrors)
            Paragraph(blocks, "✗ It would not fit", finding.Message + (finding.Cure is { } cure ? " " + cure : ""), Role.Conflict);
        return new Overlay.Details(part.Name, blocks.ToImmutable()) { Location = written?.Location };
    }

    public static Overlay Of(Finding finding, CodexEntry? written)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Text(StyledText.Of($"{FindingLabels.Glyph(finding.Severity)} {finding.Severity}", FindingLabels.RoleOf(finding.Severity)).Then($"  rule {finding.RuleId}", Role.Dim)));
        Paragraph(blocks, finding.Subject ?? "", finding.Message, Role.Normal);
        Paragraph(blocks, "Cure", finding.Cure, Role.Accent);
        Paragraph(blocks, "Why", finding.Why, Role.Normal);
        return new Overlay.Details(finding.Severity == Severity.Achievement ? finding.Title : $"The rule: {finding.Title}", blocks.ToImmutable()) { Location = written?.Location };
    }

    public static Overlay Of(string title, IEnumerable<(string Title, string? Text)> paragraphs)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (heading, text) in paragraphs) Paragraph(blocks, heading, text, Role.Normal);
        return new Overlay.Details(title, blocks.ToImmutable());
    }

    private static void Paragraph(ImmutableArray<Block>.Builder blocks, string title, string? text, Role role)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (blocks.Count > 0) blocks.Add(new Block.Gap());
        if (title.Length > 0) blocks.Add(new Block.Text(StyledText.Of(title, Role.Title)));
        foreach (var line in TextWrap.Lines(text, Overlay.DetailsWidth)) blocks.Add(new Block.Text(StyledText.Of(line, role)));
    }
}
