using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>Checks a request against the machine and decides what exactly is run.</summary>
/// <param name="ports">What it asks.</param>
public sealed class Planner(ValidatorPorts ports)
{
    /// <summary>Share of the free memory that may be used; the rest is for everything else that happens meanwhile.</summary>
    private const double UsableShare = 0.85;

    private const int AttemptsPerRepetition = 8;

    private static readonly Bytes ProcessOverhead = Bytes.FromMiB(200);

    /// <summary>A plan, or why there is none.</summary>
    public Attempt<ValidationPlan> Plan(ValidationRequest request)
    {
        if (RequestLimits.Contradictions(request) is { Length: > 0 } wrong) return Attempt<ValidationPlan>.Failed(wrong);
        var quest = request.Quest;
        if (request.GgufPath is { } path)
        {
            var file = GgufModelReader.Read(path);
            if (!file.Succeeded) return Attempt<ValidationPlan>.Failed(file.Diagnostics);
            quest = quest with { Model = file.Value.Model, Quant = file.Value.Quant };
        }
        else if (new SyntheticModel(quest.Model!, quest.Quant!).Obstacle() is { } obstacle)
        {
            return Attempt<ValidationPlan>.Failed(obstacle);
        }

        var mayShrink = request.MayShrink && request.GgufPath is null;
        var fitting = mayShrink ? Shrinking.ToFit(quest, q => Fits(request, q)) : Fits(request, quest) ? (quest, []) : null;
        if (fitting is not { } fit) return Attempt<ValidationPlan>.Failed(TooLarge(request, quest, mayShrink));
        // A test deeper than the quest is what was asked for: neither it nor the model is made smaller for it.
        return Tests(request).MaxBy(t => t.Context) is { } deepest && !Fits(request, During(fit.Quest, deepest))
            ? Attempt<ValidationPlan>.Failed(TooDeep(request, fit.Quest, deepest))
            : Attempt<ValidationPlan>.Of(Make(request, fit.Quest, fit.Notes));
    }

    private ValidationPlan Make(ValidationRequest request, Quest quest, ImmutableArray<string> notes)
    {
        var forecaster = ports.Forecaster(null);
        var forecast = forecaster.Predict(request.Rig, quest);
        var threads = request.Threads ?? Threads(request);
        var layers = request.GpuLayers ?? (request.Rig.Gpus.IsEmpty ? 0 : forecast.Placement?.GpuLayers ?? 0);
        var size = FileSize(request, quest);
        var subject = new ValidationSubject
        {
            ModelId = quest.Model!.Id,
            ModelName = quest.Model.Name,
            QuantId = quest.Quant!.Id,
            FileSize = size,
            Weights = request.GgufPath is not null ? "real" : request.Fill == WeightFill.Random ? "random" : "sparse",
            Context = quest.Context,
            KeyType = quest.KeyType,
            ValueType = quest.ValueType,
            FlashAttention = quest.FlashAttention,
            Threads = threads,
            GpuLayers = layers,
            RigName = request.RigName,
            Processor = request.Machine.Processor,
            UsualThreads = Threads(request),
            MemoryPromise = request.RigIsThisMachine ? forecast.SystemMemory?.Bandwidth : null,
            Model = Kept(quest.Model, quest.Quant),
            Quant = quest.Quant with { Aliases = [], Source = null, Note = null },
        };
        return new ValidationPlan(quest, forecast, subject, Job(request, quest, forecast, forecaster, threads, layers), notes);
    }

    private static LlmModel Kept(LlmModel model, Quant quant) => model with
    {
        Aliases = [],
        Source = null,
        Note = null,
        FileSizes = model.FileSizes.Where(f => f.Key == quant.Id).ToImmutableDictionary(),
    };

    private static InferenceJob Job(ValidationRequest request, Quest quest, Forecast forecast, IForecaster forecaster, int threads, int layers)
    {
        var placement = layers > 0 ? forecast.Placement : null;
        return new InferenceJob
        {
            Load = new LoadOptions
            {
                ModelPath = request.GgufPath is { } path ? Path.GetFullPath(path) : "",
                GpuLayers = layers,
                TensorSplit = placement is { TensorSplit.Length: > 1 } p ? [.. p.TensorSplit.Select(l => (double)l)] : [],
                CpuExpertLayers = placement?.CpuExpertLayers ?? 0,
            },
            Context = ExactMemory.Context(quest, threads),
            Tests = Tests(request),
            Repetitions = request.Repetitions,
            Attempts = request.Repetitions * AttemptsPerRepetition,
            SecondsPerTest = request.SecondsPerTest,
            CutAfterSeconds = CutAfter(request, forecast),
            HostMemory = OnTheCpu(forecast, Tests(request).Select(t => forecaster.Predict(request.Rig, During(quest, t)))),
        };
    }

    /// <summary>The tests, shallow ones first as they were asked for.</summary>
    private static ImmutableArray<SpeedTest> Tests(ValidationRequest request) =>
        [SpeedTest.Prompt, SpeedTest.Generation, .. request.Depths.Select(d => SpeedTest.Generation with { Depth = d })];

    /// <summary>The quest as it is while a test runs: one user with the test's context.</summary>
    private static Quest During(Quest quest, SpeedTest test) => quest with { Context = test.Context, Users = 1 };

    /// <summary>System memory of the largest of several forecasts when no GPU takes anything; null when unknown.</summary>
    private static Bytes? OnTheCpu(Forecast quest, IEnumerable<Forecast> tests) => quest.Memory is null
        ? null
        : tests.Prepend(quest).Select(f => f.Memory).OfType<MemoryForecast>().Max(m => m.Weights + m.Kv + m.Compute) + ProcessOverhead;

    /// <summary>
    /// A generation that takes much longer than predicted on a busy machine would take minutes: it is cut when the test's time is
    /// over, but never before two generations at the low end of the prediction could have ended. Without a prediction nothing is cut.
    /// </summary>
    private static double? CutAfter(ValidationRequest request, Forecast forecast)
    {
        if ((forecast.DecodeAtFullContext ?? forecast.Decode)?.Low.Value is not (> 0 and var slowest)) return null;
        return Math.Max(request.SecondsPerTest, 2 * SpeedTest.Generation.Tokens / slowest);
    }

    private static int Threads(ValidationRequest request)
    {
        var cores = request.Machine.Cores ?? Environment.ProcessorCount;
        return (int)Math.Clamp(Math.Floor(request.Machine.CpuLimit ?? cores), 1, Math.Max(1, Math.Min(cores, Environment.ProcessorCount)));
    }

    private bool Fits(ValidationRequest request, Quest quest) =>
        ports.Resources.AvailableMemory() is not { } free || HostNeed(request, quest) <= free * UsableShare;

    private static Bytes FileSize(ValidationRequest request, Quest quest) =>
        request.GgufPath is { } path ? Bytes.FromCount(new FileInfo(path).Length) : new SyntheticModel(quest.Model!, quest.Quant!).FileSize;

    private Bytes HostNeed(ValidationRequest request, Quest quest)
    {
        var forecast = ports.Forecaster(null).Predict(request.Rig, quest);
        if (forecast.Memory is not { } memory) return FileSize(request, quest) + ProcessOverhead;
        // A known machine without a card runs everything on its processor, whatever the rig has.
        var noCardHere = request.Machine is { Processor: not null, Gpus.IsEmpty: true };
        var onGpu = request.GpuLayers != 0 && forecast.Placement is { GpuLayers: > 0 } && !request.Rig.Gpus.IsEmpty && !noCardHere;
        var host = onGpu
            ? memory.PerDevice.Where(d => !d.IsGpu).Aggregate(Bytes.Zero, (sum, d) => sum + d.Weights + d.Kv + d.Compute)
            : memory.Weights + memory.Kv + memory.Compute;
        return host + ProcessOverhead;
    }

    private Diagnostic TooLarge(ValidationRequest request, Quest quest, bool shrunk)
    {
        var free = ports.Resources.AvailableMemory() ?? Bytes.Zero;
        var what = shrunk ? "even the smallest part of it does not fit" : $"it needs {HostNeed(request, quest)} of system memory";
        return InferenceDiagnostics.NotEnoughMemory(
            $"{quest.Model!.Name} {quest.Quant!.Name} at {quest.Context} tokens: {what}; {free} is free", "close programs, or take a smaller model, quantisation or context");
    }

    private Diagnostic TooDeep(ValidationRequest request, Quest quest, SpeedTest deepest)
    {
        var free = ports.Resources.AvailableMemory() ?? Bytes.Zero;
        return InferenceDiagnostics.NotEnoughMemory(
            $"{quest.Model!.Name} {quest.Quant!.Name}: the test {deepest.Name} needs {HostNeed(request, During(quest, deepest))} of system memory; {free} is free",
            deepest.Depth > 0 ? "take a smaller --depth" : "close programs, or take a smaller model or quantisation");
    }
}
