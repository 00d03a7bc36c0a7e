using System.Globalization;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Saved validations: what this machine has shown before.</summary>
internal static class EarlierBouts
{
    private const int Most = 8;
    private const int Roomy = 70;

    /// <summary>The newest ones, a line each; nothing when there are none.</summary>
    public static IEnumerable<Block> Latest(ImmutableArray<SavedResult> saved, int width)
    {
        if (saved.IsEmpty) yield break;
        yield return new Block.Gap();
        yield return new Block.Text(StyledText.Of("Earlier on this machine", Role.Title));
        foreach (var result in saved.Take(Most)) yield return Line(result, width);
        if (saved.Length > Most)
            yield return new Block.Text(StyledText.Of("h", Role.Key).Then(string.Create(CultureInfo.InvariantCulture, $" lists all {saved.Length}."), Role.Dim));
    }

    /// <summary>Where there is little room, what was run stands before when, and the verdict is its mark alone.</summary>
    private static Block.Pair Line(SavedResult result, int width)
    {
        var (verdict, narrow) = (result.Report.Verdict, width < Roomy);
        var mark = narrow ? VerdictLabels.Short(verdict)[..1] : VerdictLabels.Short(verdict);
        return new Block.Pair(
            StyledText.Of(TextWidth.Fit(narrow ? What(result) : $"{When(result)}  {What(result)}", Math.Max(12, width - (narrow ? 18 : 38))), Role.Dim),
            StyledText.Of(Speed(result.Report) + "  ").Then(mark, VerdictLabels.RoleOf(verdict)));
    }

    /// <summary>All of them, to read one again.</summary>
    public static Overlay.Picker Pick(ImmutableArray<SavedResult> saved) =>
        new("Which validation?", [.. saved.Select(s => new PickerItem($"{When(s)}  {What(s)}", $"{Speed(s.Report)}  {VerdictLabels.Short(s.Report.Verdict)}", new Message.ReadEarlier(s.Name)))])
        {
            WhenEmpty = "No validation is saved yet.",
        };

    private static string When(SavedResult saved) => saved.Report.Began.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string What(SavedResult saved) => $"{saved.Report.Subject.ModelName} {saved.Report.Subject.QuantId.ToUpperInvariant()}";

    private static string Speed(ValidationReport report) => report.Rows.FirstOrDefault(r => r.Term == ComparisonTerm.Decode) is { Measured: { } measured } row
        ? $"{(row.IsLowerBound ? "≥ " : "")}{TokensPerSecond.FromValue(measured)}" : "–";
}
