using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Matching;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Storage;

/// <summary>What a report says about the processor that it ran on.</summary>
internal static class ProcessorEvidence
{
    /// <summary>The processor and the run, or why the report says nothing about it.</summary>
    public static ((Cpu Cpu, MeasuredRun Run)? Found, string? Why) Of(ValidationReport report, Quest quest, Catalog catalog, Forecaster forecaster)
    {
        var (subject, measured) = (report.Subject, report.Measurements);
        if (subject.Processor is not { Length: > 0 } name) return (null, "the machine did not tell its processor's name");
        if (subject.UsualThreads is { } usual && usual != subject.Threads) return (null, $"it ran on {subject.Threads} threads instead of {usual}");
        if (measured.Bandwidth is not { } probe) return (null, "the memory bandwidth was not probed");
        var cpu = Processor(name, subject.Threads, catalog);
        var (rig, formula) = (new Rig { Cpu = cpu }, forecaster.Probing(new ProbedMemory(probe.Reliable)));
        MeasuredFactor? Factor(SpeedTestKind kind) => SpeedEvidence.Of(
            measured.Of(kind), context => formula.Predict(rig, quest with { Context = context, RunsOn = RunsOn.Cpu }));

        // A model in the caches says nothing about the memory, and with a card about, prompts are computed there.
        var run = MeasuredRun.Of(quest.Model!, quest.Quant!) with
        {
            Bandwidth = probe.Reliable,
            Decode = report.BandwidthShare is { Share: > 0.1 and <= 1.05 } ? Factor(SpeedTestKind.Generation) : null,
            Prompt = measured.Library?.Gpus.Any() == true ? null : Factor(SpeedTestKind.Prompt),
        };
        return run is { Decode: null, Prompt: null } ? (null, SpeedEvidence.Disturbed) : ((cpu, run), null);
    }

    /// <summary>
    /// The catalog's entry, or a stand-in for a processor that it does not know. What the stand-in can do does not matter: factors are
    /// relative to it and are applied to it again.
    /// </summary>
    private static Cpu Processor(string name, int threads, Catalog catalog)
    {
        var id = MachineMatcher.ProcessorId(name, catalog);
        return catalog.Cpus.Find(id) ?? new Cpu
        {
            Id = id,
            Name = name,
            Vendor = "unknown",
            Socket = "unknown",
            Cores = Math.Max(1, threads),
            Threads = Math.Max(1, threads),
            Memory = [],
            MemoryChannels = 2,
        };
    }
}
