using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Labels;

/// <summary>Glyphs and meanings of findings; the glyphs differ, so that colour is never alone.</summary>
public static class FindingLabels
{
    /// <summary>One character.</summary>
    public static string Glyph(Severity severity) => severity switch
    {
        Severity.Error => "✗",
        Severity.Warning => "!",
        Severity.Advice => "◇",
        Severity.Achievement => "★",
        _ => "·",
    };

    /// <summary>The meaning of its text.</summary>
    public static Role RoleOf(Severity severity) => severity switch
    {
        Severity.Error => Role.Conflict,
        Severity.Warning => Role.Warning,
        Severity.Advice => Role.Advice,
        Severity.Achievement => Role.Achievement,
        _ => Role.Info,
    };

    /// <summary>"2 errors, 1 warning", or "all clear".</summary>
    public static StyledText Tally(ImmutableArray<Finding> findings)
    {
        var text = StyledText.Empty;
        foreach (var (severity, name) in new[] { (Severity.Error, "error"), (Severity.Warning, "warning") })
        {
            var count = findings.Count(f => f.Severity == severity);
            if (count == 0) continue;
            if (!text.IsEmpty) text = text.Then(" · ", Role.Dim);
            text = text.Then($"{count} {name}{(count == 1 ? "" : "s")}", RoleOf(severity));
        }

        return text.IsEmpty ? StyledText.Of("all clear", Role.Upgrade) : text;
    }
}
