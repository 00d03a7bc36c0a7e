using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Report;

/// <summary>Every cause fires on its evidence, and only on it.</summary>
public sealed class DoctorTests
{
    private static ComparisonRow Decode(double measured) => new(
        ComparisonTerm.Decode, "generation tg128", FigureUnit.TokensPerSecond, 50, 40, 60, measured, 0.1,
        measured < 40 ? RowVerdict.Worse : measured > 60 ? RowVerdict.Better : RowVerdict.Within);

    private static SeriesResult Series(params DisturbanceKind[][] runs) => new(
        SpeedTest.Generation, [.. runs.Select(r => new JudgedRun(new TestRun(128, Duration.FromSeconds(4), 1), [.. r.Select(k => new Disturbance(k, $"seen: {k}"))]))]);

    private static Case Slow(MachineEvidence? machine = null, Measurements? measured = null, Placement? planned = null) =>
        new(machine ?? MachineEvidence.Unknown, measured ?? new Measurements { Series = [Series([], [])] }, [Decode(25)], planned);

    private static ImmutableArray<CauseKind> Kinds(Case evidence) => [.. Doctor.Examine(evidence).Select(c => c.Kind)];

    [Test]
    public void Doctor_OfASlowMachineWithoutEvidence_AccusesNobody() => Assert.That(Kinds(Slow()), Is.Empty);

    [Test]
    public void Doctor_OfAHealthyMachine_HasNothingToSay() =>
        Assert.That(Doctor.Examine(Slow(new MachineEvidence { ChannelsPopulated = 1 }) with { Rows = [Decode(50)] }), Is.Empty);

    [Test]
    public void OneChannelOfTwo_ExplainsHalfTheSpeed()
    {
        var cause = Doctor.Examine(Slow(new MachineEvidence { ChannelsPopulated = 1, ChannelsPossible = 2, Modules = 1 })).Single();
        Assert.That(cause.Kind, Is.EqualTo(CauseKind.SingleChannel));
        Assert.That(cause.Weight, Is.EqualTo(1), "half the channels explain half the speed");
        Assert.That(cause.Evidence, Does.Contain("1 of 2 channels"));
    }

    [Test]
    public void SlowMemoryProfile_IsNamedWithBothRates()
    {
        var machine = new MachineEvidence { MemoryRated = TransferRate.FromMegaTransfers(6000), MemoryRunning = TransferRate.FromMegaTransfers(4800) };
        var cause = Doctor.Examine(Slow(machine)).Single();
        Assert.That(cause.Kind, Is.EqualTo(CauseKind.MemoryProfileOff));
        Assert.That(cause.Evidence, Does.Contain("4,800").And.Contain("6,000"));
        Assert.That(cause.Weight, Is.InRange(0.3, 0.5), "a fifth less speed explains 0.4 of a half");
    }

    [Test]
    public void LowBandwidth_IsComparedWithTheParts()
    {
        var measured = new Measurements { Series = [Series([])], Bandwidth = Probe(20) };
        Assert.That(Kinds(Slow(measured: measured) with { PromisedBandwidth = BytesPerSecond.FromGigabytes(50) }), Is.EqualTo(new[] { CauseKind.LowBandwidth }));
        Assert.That(Kinds(Slow(measured: measured) with { PromisedBandwidth = BytesPerSecond.FromGigabytes(25) }), Is.Empty);
    }

    [Test]
    public void Causes_Several_AreRankedByWhatTheyExplain()
    {
        var machine = new MachineEvidence
        {
            ChannelsPopulated = 1,
            ChannelsPossible = 2,
            MemoryRated = TransferRate.FromMegaTransfers(3200),
            MemoryRunning = TransferRate.FromMegaTransfers(2933),
            Virtualisation = "kvm",
        };
        Assert.That(Kinds(Slow(machine)), Is.EqualTo(new[] { CauseKind.SingleChannel, CauseKind.VirtualMachine, CauseKind.MemoryProfileOff }));
    }

    [TestCase(DisturbanceKind.CpuTaken, CauseKind.OtherLoad)]
    [TestCase(DisturbanceKind.OtherLoad, CauseKind.OtherLoad)]
    [TestCase(DisturbanceKind.StolenTime, CauseKind.StolenTime)]
    [TestCase(DisturbanceKind.CpuThermal, CauseKind.ThermalLimit)]
    [TestCase(DisturbanceKind.GpuBraked, CauseKind.GpuHeldBack)]
    [TestCase(DisturbanceKind.VramHeld, CauseKind.VideoMemoryHeld)]
    public void Disturbance_OfARepetition_IsACause(DisturbanceKind seen, CauseKind expected) =>
        Assert.That(Kinds(Slow(measured: new Measurements { Series = [Series([seen], [])] })), Is.EqualTo(new[] { expected }));

    [TestCase(DisturbanceKind.StolenTime, CauseKind.StolenTime)]
    [TestCase(DisturbanceKind.VramHeld, CauseKind.VideoMemoryHeld)]
    public void Disturbance_BeforeTheTests_IsACauseWithItsEvidence(DisturbanceKind seen, CauseKind expected)
    {
        var idle = new IdleReport(0, 2, []) { Disturbances = [new Disturbance(seen, "seen before")] };
        var cause = Doctor.Examine(Slow(measured: new Measurements { Idle = idle, Series = [Series([])] })).Single();
        Assert.That(cause.Kind, Is.EqualTo(expected));
        Assert.That(cause.Evidence, Does.Contain("seen before"));
    }

    [Test]
    public void OtherLoad_InMoreRepetitions_WeighsMore()
    {
        Cause Of(params DisturbanceKind[][] runs) => Doctor.Examine(Slow(measured: new Measurements { Series = [Series(runs)] })).Single();
        Assert.That(Of([DisturbanceKind.OtherLoad], [DisturbanceKind.OtherLoad]).Weight, Is.GreaterThan(Of([DisturbanceKind.OtherLoad], [], []).Weight));
    }

    [Test]
    public void ContainerLimit_BelowTheCores_IsNamed()
    {
        Assert.That(Kinds(Slow(new MachineEvidence { Cores = 8, CpuLimit = 2 })), Is.EqualTo(new[] { CauseKind.ContainerLimit }));
        Assert.That(Kinds(Slow(new MachineEvidence { Cores = 8, CpuLimit = 8 })), Is.Empty);
    }

    [Test]
    public void NarrowLink_MattersMoreWhenLayersSpill()
    {
        var machine = new MachineEvidence { Gpus = [new GpuEvidence("Card") { Lanes = 4, LanesPossible = 16 }] };
        var whole = Doctor.Examine(Slow(machine, planned: Plan(33))).Single(c => c.Kind == CauseKind.NarrowLink);
        var partial = Doctor.Examine(Slow(machine, planned: Plan(20))).Single(c => c.Kind == CauseKind.NarrowLink);
        Assert.That(partial.Weight, Is.GreaterThan(whole.Weight));
        Assert.That(whole.Evidence, Does.Contain("4 of 16"));
    }

    [Test]
    public void PowerLimit_BelowTheDefault_IsNamed()
    {
        var machine = new MachineEvidence { Gpus = [new GpuEvidence("Card") { PowerLimit = Watts.FromValue(200), DefaultPowerLimit = Watts.FromValue(350) }] };
        Assert.That(Kinds(Slow(machine)), Is.EqualTo(new[] { CauseKind.PowerLimit }));
    }

    [Test]
    public void Fallback_WhenNoGpuIsSeen_ComesFirst()
    {
        var measured = new Measurements { Series = [Series([])], Library = Library() };
        Assert.That(Kinds(Slow(new MachineEvidence { Virtualisation = "kvm" }, measured, Plan(33)))[0], Is.EqualTo(CauseKind.CpuFallback));
    }

    [Test]
    public void Spill_WhenWeightsLieInSystemMemory_IsNamed()
    {
        var measured = new Measurements
        {
            Series = [Series([])],
            Library = Library(new InferenceDevice("CUDA0", "Card", InferenceDeviceKind.Gpu, Bytes.Zero, Bytes.FromGiB(8))),
            Memory = new BufferReport([new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromGiB(4)), new MemoryBuffer("CUDA0", MemoryKind.Weights, Bytes.FromGiB(4))]),
        };
        Assert.That(Kinds(Slow(measured: measured, planned: Plan(33))), Is.EqualTo(new[] { CauseKind.Spill }));
        Assert.That(Kinds(Slow(measured: measured, planned: Plan(16))), Is.Empty, "a planned spill is no surprise");
    }

    [Test]
    public void MissingVectorUnits_AndForeignMachine_AreNamed()
    {
        Assert.That(Kinds(Slow(new MachineEvidence { Avx2 = false })), Is.EqualTo(new[] { CauseKind.NoVectorUnits }));
        Assert.That(Kinds(Slow() with { OtherProcessor = "Core i9" }), Is.EqualTo(new[] { CauseKind.OtherMachine }));
    }

    private static RuntimeDescription Library(params InferenceDevice[] gpus) =>
        new("r", "1", "/l", "", [new InferenceDevice("CPU", "Fake", InferenceDeviceKind.Cpu, Bytes.Zero, Bytes.FromGiB(16)), .. gpus]);

    private static Placement Plan(int gpuLayers) =>
        new() { Mode = PlacementMode.SingleGpu, GpuLayers = gpuLayers, TotalLayers = 33, Backend = "cuda", Launch = "" };

    private static BandwidthReport Probe(double gigabytes)
    {
        var speed = BytesPerSecond.FromGigabytes(gigabytes);
        return new BandwidthReport(speed, speed, speed, speed, 2, Bytes.FromMiB(256), 5);
    }
}
