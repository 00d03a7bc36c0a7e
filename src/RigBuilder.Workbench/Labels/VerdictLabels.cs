using RigBuilder.Validation.Report;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Labels;

/// <summary>Verdicts of validations in words and meanings.</summary>
public static class VerdictLabels
{
    /// <summary>What a verdict means for its text.</summary>
    public static Role RoleOf(ValidationVerdict verdict) => verdict switch
    {
        ValidationVerdict.WithinRange or ValidationVerdict.Faster => Role.Achievement,
        ValidationVerdict.Slower or ValidationVerdict.Failed => Role.Conflict,
        ValidationVerdict.Disturbed => Role.Warning,
        _ => Role.Info,
    };

    /// <summary>A verdict in two or three words.</summary>
    public static string Short(ValidationVerdict verdict) => verdict switch
    {
        ValidationVerdict.WithinRange => "✓ as predicted",
        ValidationVerdict.Faster => "✓ faster",
        ValidationVerdict.Slower => "✗ slower",
        ValidationVerdict.Disturbed => "! disturbed",
        ValidationVerdict.Measured => "· measured",
        ValidationVerdict.Cancelled => "· stopped",
        _ => "✗ failed",
    };

    /// <summary>Whether it ended, but a test had no repetition that counts, and nothing else was slower than predicted.</summary>
    public static bool IsDraw(Bout bout) => bout.Report is { } report && (report.Verdict == ValidationVerdict.Disturbed
        || (report.Verdict is ValidationVerdict.WithinRange or ValidationVerdict.Faster && BossHealth.Of(bout).IsDraw));

    /// <summary>The outcome of a bout and what it means.</summary>
    public static (string Words, Role Role) Headline(Bout bout, ValidationReport report, bool calm) =>
        report.Verdict != ValidationVerdict.Disturbed && IsDraw(bout)
            ? (calm ? "! At least as predicted, though disturbed." : "! A draw: disturbed, and yet fast enough.", Role.Warning)
            : (Headline(report.Verdict, calm), RoleOf(report.Verdict));

    /// <summary>The outcome of a fight; calm mode says it soberly.</summary>
    private static string Headline(ValidationVerdict verdict, bool calm) => (verdict, calm) switch
    {
        (ValidationVerdict.WithinRange, false) => "★ Victory! As fast as predicted.",
        (ValidationVerdict.WithinRange, true) => "✓ As fast as predicted.",
        (ValidationVerdict.Faster, false) => "★ Triumph! Even faster than predicted.",
        (ValidationVerdict.Faster, true) => "✓ Faster than predicted.",
        (ValidationVerdict.Slower, false) => "✗ The boss stands: slower than predicted.",
        (ValidationVerdict.Slower, true) => "✗ Slower than predicted.",
        (ValidationVerdict.Disturbed, false) => "! A draw: other programs held your arm.",
        (ValidationVerdict.Disturbed, true) => "! Not conclusive: other programs disturbed it.",
        (ValidationVerdict.Measured, _) => "· Measured; nothing was predicted.",
        (ValidationVerdict.Cancelled, false) => "· You left the ring before the end.",
        (ValidationVerdict.Cancelled, true) => "· Stopped before the end.",
        (_, false) => "✗ There was no fight.",
        _ => "✗ It did not get to a measurement.",
    };

    /// <summary>Where a measurement lies; "" before there is one.</summary>
    public static StyledText Of(ComparisonRow row) => (row.Verdict, row.Unit) switch
    {
        _ when row.Measured is null => StyledText.Of("not measured yet", Role.Dim),
        (RowVerdict.Within, _) => StyledText.Of("✓ within the range", Role.Upgrade),
        (RowVerdict.Worse, _) when row.IsLowerBound => StyledText.Of("! disturbed: at least", Role.Warning),
        (RowVerdict.Better, FigureUnit.Bytes) => StyledText.Of("✓ less than predicted", Role.Upgrade),
        (RowVerdict.Worse, FigureUnit.Bytes) => StyledText.Of("! more than predicted", Role.Warning),
        (RowVerdict.Better, _) => StyledText.Of("▲ faster", Role.Upgrade),
        (RowVerdict.Worse, _) => StyledText.Of("▼ slower", Role.Downgrade),
        _ => StyledText.Of("not compared", Role.Dim),
    };
}
