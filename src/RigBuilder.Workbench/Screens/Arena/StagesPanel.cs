using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The stages of a validation, each with its mark and what came of it.</summary>
internal static class StagesPanel
{
    private static readonly ImmutableArray<(ValidationStep Step, string Name)> Stages =
    [
        (ValidationStep.Preparing, "Prepare"), (ValidationStep.Writing, "Write model"), (ValidationStep.IdleCheck, "Is it quiet?"),
        (ValidationStep.Bandwidth, "Bandwidth"), (ValidationStep.Loading, "Load"), (ValidationStep.Memory, "Memory"),
        (ValidationStep.Prompt, "Prompt"), (ValidationStep.Generation, "Generation"), (ValidationStep.Comparing, "Verdict"),
    ];

    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        var blocks = Stages.Select(s => Row(arena.Bout, s.Step, s.Name, area.Width >= 38, state.Calm)).ToList();
        var panel = ArenaView.Document(state, arena, PanelId.ArenaStages, area, StyledText.Of("Stages", Role.Title), blocks);
        return arena.Bout is { } bout && panel.Corner.IsEmpty ? panel with { Corner = StyledText.Of(BoutWords.Clock(bout.Elapsed), Role.Dim) } : panel;
    }

    private static Block Row(Bout? bout, ValidationStep step, string name, bool wide, bool calm)
    {
        var (mark, role, label) = Mark(bout, step);
        var value = bout is null ? null : Detail(bout, step, wide, calm);
        return new Block.Pair(StyledText.Of(mark + " ", role).Then(name, label), StyledText.Of(value ?? "", label == Role.Dim ? Role.Dim : Role.Normal));
    }

    private static (string Mark, Role Role, Role Label) Mark(Bout? bout, ValidationStep step)
    {
        if (bout is null) return ("·", Role.Dim, Role.Dim);
        if (step == ValidationStep.Comparing && bout.Report is { } report) return Verdict(report.Verdict);
        var at = bout.Step == ValidationStep.Done ? ValidationStep.Comparing : bout.Step;
        if (step < at && Reached(bout, step)) return ("✓", Role.Upgrade, Role.Normal);
        if (step != at) return ("·", Role.Dim, Role.Dim);
        if (bout.Runs) return (bout.Elapsed.Seconds % 1 < 0.5 ? "▸" : "▹", Role.Accent, Role.Accent);
        return bout.Report?.Verdict == ValidationVerdict.Cancelled ? ("·", Role.Warning, Role.Warning) : ("✗", Role.Conflict, Role.Conflict);
    }

    private static (string, Role, Role) Verdict(ValidationVerdict verdict) => verdict switch
    {
        ValidationVerdict.WithinRange or ValidationVerdict.Faster or ValidationVerdict.Measured => ("✓", Role.Upgrade, Role.Normal),
        ValidationVerdict.Cancelled => ("·", Role.Dim, Role.Dim),
        ValidationVerdict.Disturbed => ("!", Role.Warning, Role.Normal),
        _ => ("✗", Role.Conflict, Role.Normal),
    };

    /// <summary>A run that broke off jumps to the verdict: stages without a result were not reached.</summary>
    private static bool Reached(Bout bout, ValidationStep step) => step switch
    {
        ValidationStep.Bandwidth => bout.Measured.Bandwidth is not null,
        ValidationStep.IdleCheck => bout.Measured.Idle is not null,
        ValidationStep.Loading => bout.Measured.Load is not null,
        ValidationStep.Memory => bout.Measured.Memory[MemoryKind.Kv] > Bytes.Zero,
        ValidationStep.Prompt => bout.Measured.Of(SpeedTestKind.Prompt) is not null,
        ValidationStep.Generation => bout.Measured.Of(SpeedTestKind.Generation) is not null,
        _ => true,
    };

    private static string? Detail(Bout bout, ValidationStep step, bool wide, bool calm) => step switch
    {
        ValidationStep.Writing => bout.Step == step ? Percent(bout.Progress?.Share) : bout.Subject is { } s && bout.Step > step ? s.FileSize.ToString() : null,
        ValidationStep.IdleCheck => bout.Measured.Idle is { } idle ? idle.OtherCpus is { } busy ? $"{Figures.Number(busy)}/{idle.Cpus} busy" : "unknown" : null,
        ValidationStep.Bandwidth => bout.Measured.Bandwidth?.Reliable.ToString(),
        ValidationStep.Loading => bout.Measured.Load?.ToString() ?? (bout.Step == step ? Percent(bout.Progress?.Share) : null),
        ValidationStep.Memory => bout.Measured.Memory[MemoryKind.Kv] > Bytes.Zero ? bout.Measured.Memory.Total.ToString() : null,
        ValidationStep.Prompt => Series(bout, SpeedTestKind.Prompt, wide, calm),
        ValidationStep.Generation => Series(bout, SpeedTestKind.Generation, wide, calm),
        _ => null,
    };

    private static string? Series(Bout bout, SpeedTestKind kind, bool wide, bool calm) => bout.Measured.Of(kind) is { Runs.IsEmpty: false } series
        ? $"{(series.Rejected > 0 && wide ? $"{series.Rejected} {(calm ? "disturbed" : "missed")} · " : "")}{BoutWords.Speed(series)}"
        : bout.Runs && bout.Expected(kind) is { } time ? $"≈ {BoutWords.About(time)}" : null;

    private static string? Percent(double? share) => share is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s * 100:0} %") : null;
}
