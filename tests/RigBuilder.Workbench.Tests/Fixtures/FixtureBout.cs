using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.States;
using RigBuilder.Validation;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>
/// A validation told step by step, with the real comparison but figures that are given: LLaMA 7B on a processor, predicted at
/// 13 tok/s (11.7 to 14.3) and a prompt of 390 tok/s.
/// </summary>
public sealed class FixtureBout
{
    private static readonly ImmutableArray<SpeedTest> Tests = [SpeedTest.Prompt, SpeedTest.Generation];
    private readonly Quest _quest;
    private readonly Comparison _comparison;
    private Measurements _measured = new();
    private double _seconds;

    private FixtureBout(Quest quest)
    {
        _quest = quest;
        _comparison = new Comparison(q => new FixtureForecaster().Predict(Here, q), quest);
    }

    public static FixtureBout Llama7 { get; } = new(FixtureCatalog.Catalog.Resolve(new QuestSpec { ModelId = "llama-7b", QuantId = "q4_0", Settings = new() { Context = 2048 } }));

    private static Domain.Rigs.Rig Here => FixtureCatalog.Catalog.Resolve(
        Domain.Rigs.Build.Empty.With(PartKind.Cpu, new Selection("ryzen-7-7700")).With(PartKind.Memory, new Selection("ddr5-6000-2x16")));

    public static FoundMachine Machine { get; } = new(
    [
        new FoundPart(PartKind.Cpu, "AMD Ryzen 7 7700 8-Core Processor", "ryzen-7-7700"),
        new FoundPart(PartKind.Memory, "2 × 16 GiB DDR5-6000", "ddr5-6000-2x16"),
        new FoundPart(PartKind.Motherboard, "B650M K", null) { Note = "the catalog has no entry of this name" },
    ]);

    /// <summary>The subject of a run.</summary>
    public ValidationSubject Subject => new()
    {
        ModelId = _quest.Model!.Id,
        ModelName = _quest.Model.Name,
        QuantId = _quest.Quant!.Id,
        FileSize = Bytes.FromGiB(3.57),
        Weights = "sparse",
        Context = _quest.Context,
        Threads = 8,
        FlashAttention = true,
        Processor = "AMD Ryzen 7 7700 8-Core Processor",
    };

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>A new story of the same quest.</summary>
    public FixtureBout Again(params ImmutableArray<string> notes) => new(_quest) { Notes = notes };

    public Message Begin() => Heard(ValidationStep.Preparing, null, null);

    public Message Writing(double share) => Heard(ValidationStep.Writing, share, null);

    public Message Loading(double share) => Heard(ValidationStep.Loading, share, new InferenceEvent.LoadProgressed(share));

    /// <summary>Bandwidth, load and memory, all as predicted.</summary>
    public IEnumerable<Message> UpToTheTests()
    {
        yield return Begin();
        yield return Writing(1);
        yield return Heard(ValidationStep.IdleCheck, null, new InferenceEvent.IdleChecked(new IdleReport(0.1, 16, [])));
        yield return Heard(ValidationStep.Bandwidth, null, new InferenceEvent.BandwidthProbed(new BandwidthReport(Speed(56), Speed(55), Speed(40), Speed(39), 8, Bytes.FromMiB(512), 10) { ReadSteady = Speed(56) }));
        yield return Loading(0.43);
        var memory = new FixtureForecaster().Predict(Here, _quest).Memory!;
        yield return Heard(ValidationStep.Loading, 1, new InferenceEvent.ModelLoaded(
            new ModelFacts("llama 7B Q4_0", memory.Weights, 6.74e9, 32, 32000), Duration.FromSeconds(1.9), new BufferReport([new MemoryBuffer("CPU", MemoryKind.Weights, memory.Weights)])));
        yield return Heard(ValidationStep.Memory, null, new InferenceEvent.ContextMeasured(new BufferReport(
            [new MemoryBuffer("CPU", MemoryKind.Kv, memory.Kv), new MemoryBuffer("CPU", MemoryKind.Compute, memory.Compute)])));
    }

    /// <summary>A test begins with its warm-up.</summary>
    public Message WarmUp(SpeedTest test) => Heard(StepOf(test), null, new InferenceEvent.StageBegan(InferenceStage.WarmUp, test));

    /// <summary>A look into a running repetition.</summary>
    public Message Sample(SpeedTest test, int done, double speed) => Heard(StepOf(test), null, new InferenceEvent.SpeedSampled(test, done, TokensPerSecond.FromValue(speed)));

    /// <summary>The repetitions of a test begin.</summary>
    public Message Begin(SpeedTest test) => Heard(StepOf(test), null, new InferenceEvent.StageBegan(InferenceStage.Test, test));

    /// <summary>A repetition that was disturbed.</summary>
    public Message Miss(SpeedTest test, double speed) => Heard(StepOf(test), null, new InferenceEvent.RepetitionFinished(
        test, new TestRun(test.Tokens, Duration.FromSeconds(test.Tokens / speed), 0.5), [new Disturbance(DisturbanceKind.CpuTaken, "its threads got 50 % of the processor time they asked for")]));

    /// <summary>A repetition that counts.</summary>
    public Message Repetition(SpeedTest test, double speed) =>
        Heard(StepOf(test), null, new InferenceEvent.RepetitionFinished(test, new TestRun(test.Tokens, Duration.FromSeconds(test.Tokens / speed), 1), []));

    public Message Comparing() => Heard(ValidationStep.Comparing, null, null);

    /// <summary>Everything up to the last repetition, at these speeds.</summary>
    public IEnumerable<Message> Whole(double prompt, double generation) =>
    [
        .. UpToTheTests(), WarmUp(SpeedTest.Prompt), .. Enumerable.Range(0, 5).Select(i => Repetition(SpeedTest.Prompt, prompt + i)),
        WarmUp(SpeedTest.Generation), .. Enumerable.Range(0, 5).Select(i => Repetition(SpeedTest.Generation, generation + (i * 0.1))),
        Comparing(), Heard(ValidationStep.Done, 1, null),
    ];

    /// <summary>The end.</summary>
    public Message End(InferenceEnding ending, params ImmutableArray<Cause> causes)
    {
        var rows = _comparison.Rows(_measured, "not compared: sparse weights are not read from the drive");
        var verdict = Verdicts.Of(ending, rows);
        return new Message.BoutEnded(1, new ValidationReport
        {
            Began = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero),
            Subject = Subject,
            Verdict = verdict,
            Summary = Verdicts.Sentence(verdict, rows),
            Rows = rows,
            Causes = causes,
            Measurements = _measured,
            Notes = Notes,
        }, verdict is ValidationVerdict.Cancelled ? null : "20261120-200000-llama-7b-q4_0");
    }

    /// <summary>A refusal before anything ran.</summary>
    public Message Refused(Diagnostic diagnostic) => new Message.BoutEnded(1, new ValidationReport
    {
        Began = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero),
        Subject = Subject,
        Verdict = ValidationVerdict.Failed,
        Summary = $"Refused: {diagnostic.Message}.",
        Diagnostics = [diagnostic],
    }, null);

    public static Diagnostic NoLibrary { get; } = InferenceDiagnostics.SystemLibraryMissing("libgomp.so.1");

    private static ValidationStep StepOf(SpeedTest test) => test.Kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation;

    private static BytesPerSecond Speed(double gigabytes) => BytesPerSecond.FromGigabytes(gigabytes);

    private Message.BoutProgressed Heard(ValidationStep step, double? share, InferenceEvent? told)
    {
        if (told is not null) _measured = _measured.With(told);
        _seconds += told is InferenceEvent.SpeedSampled ? 0.2 : 1.5;
        return new Message.BoutProgressed(1, new ValidationProgress(step, share, told, _measured, Subject, null)
        {
            Rows = _comparison.Rows(_measured, "not compared: sparse weights are not read from the drive", Tests),
            Notes = Notes,
            Job = new InferenceJob { Load = new LoadOptions { ModelPath = "" }, Context = new ContextOptions { Context = 2048, Threads = 8 }, SecondsPerTest = 15 },
        }, Duration.FromSeconds(_seconds));
    }
}
