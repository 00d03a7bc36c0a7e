using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Storage;

/// <summary>Saved validations as calibration: every report is held to what is predicted today for what it ran.</summary>
/// <param name="catalog">Names parts and, for reports of older versions, models.</param>
/// <param name="forecaster">The formulas; saved validations that it rests on itself do not count.</param>
public sealed class MeasuredMachines(Catalog catalog, Forecaster forecaster)
{
    /// <summary>What the reports say about the parts that they were made on.</summary>
    /// <param name="reports">The reports, the newest first.</param>
    /// <returns>The measured parts, and why the newest report was of no use, null when it was or there is none.</returns>
    public (MeasuredMachine Machine, string? Why) Of(IEnumerable<ValidationReport> reports)
    {
        var cpus = new List<(string Id, Cpu Cpu, BytesPerSecond? Memory, MeasuredRun Run)>();
        var gpus = new List<(Gpu Gpu, string Backend, MeasuredRun Run)>();
        string? why = null;
        var first = true;
        foreach (var report in reports)
        {
            var reason = Add(report, cpus, gpus);
            if (first) (why, first) = (reason, false);
        }

        return (new MeasuredMachine
        {
            Cpus = [.. cpus.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => Processor([.. g]))],
            Gpus = [.. gpus.GroupBy(g => (g.Gpu.Id, g.Backend)).Select(g => new MeasuredGpu(g.First().Gpu, g.Key.Backend, [.. g.Select(x => x.Run)]))],
        }, why);
    }

    private string? Add(ValidationReport report, List<(string, Cpu, BytesPerSecond?, MeasuredRun)> cpus, List<(Gpu, string, MeasuredRun)> gpus)
    {
        if (SavedQuest.Of(report, catalog) is not { } quest) return "what it ran is not in the catalog any more";
        if (CardEvidence.Concerns(report))
        {
            var (card, why) = new CardEvidence(catalog, forecaster.Probing(null)).Of(report, quest);
            if (card is { } found) gpus.Add(found);
            return why;
        }

        var (run, reason) = ProcessorEvidence.Of(report, quest, catalog, forecaster);
        if (run is { } counted) cpus.Add((counted.Cpu.Id, counted.Cpu, report.Subject.MemoryPromise, counted.Run));
        return reason;
    }

    /// <summary>Runs beside other memory than the newest stands beside are of a machine that is no more.</summary>
    private static MeasuredCpu Processor(ImmutableArray<(string Id, Cpu Cpu, BytesPerSecond? Memory, MeasuredRun Run)> runs)
    {
        var memory = runs.Select(r => r.Memory).FirstOrDefault(m => m is not null);
        return new MeasuredCpu(runs[0].Cpu, [.. runs.Where(r => r.Memory is null || r.Memory == memory).Select(r => r.Run)]) { Memory = memory };
    }
}
