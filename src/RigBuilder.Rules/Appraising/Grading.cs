using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Appraising;

/// <summary>
/// How a grade comes about: 100 points, less what the findings and a missed wish cost. An error is always an F; without
/// model, quant, or a part to run on there is no grade.
/// </summary>
internal static class Grading
{
    private const int WarningCost = 12;
    private const int AdviceCost = 4;
    private const double ComfortableSpeed = 15; // tok/s, about twice a comfortable reading speed of 5 words a second

    public static Grade Of(Rig rig, Quest quest, Forecast forecast, Verdict verdict)
    {
        if (!quest.IsComplete || (rig.Gpus.IsEmpty && rig.Cpu is null)) return new Grade('-', 0, ["Choose a model, a quant and a part to run it on."]);
        var costs = new List<(int Cost, string Reason)>();
        foreach (var finding in verdict.Findings)
        {
            var cost = finding.Points ?? (finding.Severity == Severity.Warning ? WarningCost : finding.Severity == Severity.Advice ? AdviceCost : 0);
            if (cost > 0) costs.Add((cost, finding.Message));
        }

        if (forecast.Decode is { } decode)
        {
            var wished = quest.TargetSpeed?.Value ?? ComfortableSpeed;
            var share = decode.Value.Value / wished;
            if (share < 1) costs.Add(((int)Math.Round(60 * (1 - share)), $"Generates {decode.Value}, wished {wished:0.#} tok/s"));
        }

        var errors = verdict.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message).Distinct().ToImmutableArray();
        var provisional = verdict.Findings.Any(f => f is { Severity: Severity.Warning, Points: 0 });
        if (!errors.IsEmpty || forecast.Decode is null)
            return new Grade('F', 0, errors.IsEmpty ? ["The model does not run on this rig."] : errors) { Provisional = provisional };
        var score = Math.Max(1, 100 - costs.Sum(c => c.Cost));
        return new Grade(Letter(score), score, [.. costs.OrderByDescending(c => c.Cost).Select(c => $"-{c.Cost}  {c.Reason}")]) { Provisional = provisional };
    }

    private static char Letter(int score) => score switch
    {
        >= 95 => 'S',
        >= 85 => 'A',
        >= 70 => 'B',
        >= 55 => 'C',
        >= 40 => 'D',
        _ => 'E',
    };
}

/// <summary>The grade of a rig for its quest: S (excellent) to F (cannot be built or does not run).</summary>
/// <param name="Letter">'S', 'A', 'B', 'C', 'D', 'E' or 'F'; '-' while the quest or the rig is incomplete.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Reasons">What cost points, most costly first.</param>
public sealed record Grade(char Letter, int Score, ImmutableArray<string> Reasons)
{
    /// <summary>Whether something is still to be chosen, so that the grade may change without a choice being taken back.</summary>
    public bool Provisional { get; init; }
}
