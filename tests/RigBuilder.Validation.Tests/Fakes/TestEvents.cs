using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Child;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>One event of every kind.</summary>
public static class TestEvents
{
    private static readonly TestRun Run = new(128, Duration.FromSeconds(2.5), 0.99);
    private static readonly BytesPerSecond Speed = BytesPerSecond.FromGigabytes(20);

    public static IReadOnlyList<InferenceEvent> All { get; } =
    [
        new InferenceEvent.StageBegan(InferenceStage.Test, SpeedTest.Prompt),
        new InferenceEvent.IdleChecked(new IdleReport(0.5, 2, [new BusyProcess("hog", 0.4)]) { Disturbances = [new Disturbance(DisturbanceKind.OtherLoad, "much")] }),
        new InferenceEvent.BandwidthProbed(new BandwidthReport(Speed, Speed, Speed, Speed, 2, Bytes.FromMiB(256), 12)),
        new InferenceEvent.LibraryOpened(new RuntimeDescription("r", "v", "/l", "i", [new InferenceDevice("CPU", "d", InferenceDeviceKind.Cpu, Bytes.FromGiB(1), Bytes.FromGiB(2))])),
        new InferenceEvent.LoadProgressed(0.5),
        new InferenceEvent.ModelLoaded(new ModelFacts("m", Bytes.FromGiB(1), 7e9, 32, 32000), Duration.FromSeconds(3), new BufferReport([new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromGiB(1))])),
        new InferenceEvent.ContextMeasured(new BufferReport([new MemoryBuffer("CPU", MemoryKind.Kv, Bytes.FromMiB(36.5))])),
        new InferenceEvent.WarmedUp(SpeedTest.Generation, Run),
        new InferenceEvent.SpeedSampled(SpeedTest.Generation, 17, TokensPerSecond.FromValue(8.5)),
        new InferenceEvent.RepetitionFinished(SpeedTest.Generation with { Depth = 512 }, Run, [new Disturbance(DisturbanceKind.CpuTaken, "half"), new Disturbance(DisturbanceKind.OtherLoad, "much")]),
        new InferenceEvent.Complained(new Diagnostic("RB5005", DiagnosticSeverity.Error, new SourceLocation("f", 0, 0), "no\nnewline") { Help = "h" }),
        new InferenceEvent.LastWords("argh"),
        new InferenceEvent.Finished(true),
    ];
}
