using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Validation.Protocol;

/// <summary>
/// Validates a prediction by running the model for real. Whatever happens ends in a report: refusals, crashes and
/// cancellations too. Leaves nothing behind.
/// </summary>
/// <param name="ports">What it needs from outside.</param>
public sealed class Validator(ValidatorPorts ports)
{
    /// <summary>Runs a validation to its end.</summary>
    /// <param name="request">What to validate.</param>
    /// <param name="progress">Receives every step; called from any thread, in order.</param>
    /// <param name="cancellation">Stops it within a second, whatever runs; the report then holds what was measured so far.</param>
    public async Task<ValidationReport> RunAsync(ValidationRequest request, IProgress<ValidationProgress>? progress, CancellationToken cancellation)
    {
        var began = ports.Time.GetUtcNow();
        progress?.Report(new ValidationProgress(ValidationStep.Preparing, null, null, new Measurements(), null, null));
        var planned = new Planner(ports).Plan(request);
        if (!planned.Succeeded) return Refused(request, began, planned.Diagnostics);
        if (ports.Obstacles() is { IsEmpty: false } obstacles) return Refused(request, began, obstacles) with { Subject = planned.Value.Subject };
        var plan = planned.Value;
        var folder = ModelFolder.Take(ports.ModelFolder, ports.Resources);
        if (!folder.Succeeded) return Refused(request, began, folder.Diagnostics) with { Subject = plan.Subject };
        using (folder.Value)
        {
            var run = new Run(request, plan, began, progress) { Compare = measured => Compare(request, plan, measured).Rows(measured, LoadNote(plan.Subject), plan.Job.Tests) };
            try
            {
                return await RunAsync(run, folder.Value, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return Conclude(run, new InferenceResult(InferenceEnding.Cancelled, [], []));
            }
        }
    }

    private async Task<ValidationReport> RunAsync(Run run, ModelFolder folder, CancellationToken cancellation)
    {
        var (request, plan) = (run.Request, run.Plan);
        var job = plan.Job;
        if (request.GgufPath is null)
        {
            run.Tell(ValidationStep.Writing, 0);
            var writing = new Relay<double>(share => run.Tell(ValidationStep.Writing, share));
            var file = await Task.Run(() => folder.Provide(plan.Quest.Model!, plan.Quest.Quant!, request.Fill, writing, cancellation), cancellation).ConfigureAwait(false);
            if (!file.Succeeded) return Conclude(run, new InferenceResult(InferenceEnding.Failed, [], file.Diagnostics));
            run.SyntheticPath = file.Value;
            job = job with { Load = job.Load with { ModelPath = file.Value }, ModelIsOurs = true };
        }

        var supervisor = new InferenceSupervisor(ports.Launcher, ports.Patience, ports.Time);
        var result = await supervisor.RunAsync(job, new Relay<InferenceEvent>(run.Receive), cancellation).ConfigureAwait(false);
        run.Tell(ValidationStep.Comparing, null);
        var report = Conclude(run, result);
        run.Tell(ValidationStep.Done, 1);
        return report;
    }

    private ValidationReport Conclude(Run run, InferenceResult result)
    {
        var (request, plan, measured) = (run.Request, run.Plan, run.Measured);
        var comparison = Compare(request, plan, measured);
        var rows = comparison.Rows(measured, LoadNote(plan.Subject));
        var verdict = Verdicts.Of(result.Ending, rows);
        var evidence = new Case(request.Machine, measured, rows, request.Rig.Gpus.IsEmpty ? null : plan.Forecast.Placement)
        {
            PromisedBandwidth = plan.Forecast.SystemMemory?.Bandwidth,
            OtherProcessor = OtherProcessor(request),
            Threads = plan.Subject.Threads,
        };
        return new ValidationReport
        {
            Began = run.Began,
            Subject = plan.Subject,
            Verdict = verdict,
            Summary = Verdicts.Sentence(verdict, rows, result.Diagnostics),
            Rows = rows,
            BandwidthShare = plan.Subject.GpuLayers > 0 && measured.Library?.Gpus.Any() == true ? null : Share(plan, measured),
            Causes = Doctor.Examine(evidence),
            Measurements = measured,
            Notes = [.. plan.Notes, .. comparison.Assumptions],
            Diagnostics = result.Diagnostics,
        };
    }

    private Comparison Compare(ValidationRequest request, ValidationPlan plan, Measurements measured)
    {
        var forecaster = ports.Forecaster(Probed(request, plan, measured));
        return new Comparison(q => forecaster.Predict(request.Rig, q), plan.Quest);
    }

    /// <summary>
    /// The probed bandwidth stands for this machine's memory when the model ran on the CPU of the rig that is this machine.
    /// </summary>
    private static ProbedMemory? Probed(ValidationRequest request, ValidationPlan plan, Measurements measured) =>
        request.RigIsThisMachine && plan.Subject.GpuLayers == 0 && measured.Bandwidth is { } probe ? new ProbedMemory(probe.Reliable) : null;

    private static BandwidthShare? Share(ValidationPlan plan, Measurements measured)
    {
        var context = Math.Max(256, plan.Subject.Context);
        var perToken = measured.Memory[MemoryKind.Kv] * (1.0 / context);
        return Verdicts.Share(measured, Protocol.ActiveBytes.Of(plan.Quest.Model!, plan.Quest.Quant!), perToken);
    }

    private static string? LoadNote(ValidationSubject subject) => subject.Weights switch
    {
        "sparse" => "not compared: sparse weights are not read from the drive",
        "random" => "not compared: much of the file may lie in the system's cache since it was written",
        _ => null,
    };

    private static string? OtherProcessor(ValidationRequest request) =>
        !request.RigIsThisMachine && request.Rig.Cpu is { } cpu && request.Machine.Processor is not null ? cpu.Name : null;

    private ValidationReport Refused(ValidationRequest request, DateTimeOffset began, ImmutableArray<Diagnostic> diagnostics) => new()
    {
        Began = began,
        Verdict = ValidationVerdict.Failed,
        Summary = diagnostics.IsEmpty ? "The validation was refused." : $"Refused: {diagnostics[0].Message.TrimEnd('.')}.",
        Diagnostics = diagnostics,
        Subject = new ValidationSubject
        {
            ModelId = request.Quest.Model?.Id ?? "",
            ModelName = request.Quest.Model?.Name ?? ForeignText.Clean(request.GgufPath ?? ""),
            QuantId = request.Quest.Quant?.Id ?? "",
            FileSize = Bytes.Zero,
            Weights = request.GgufPath is null ? "sparse" : "real",
            Context = request.Quest.Context,
            Threads = 0,
            RigName = request.RigName,
        },
    };

    /// <summary>The state of one run.</summary>
    private sealed class Run(ValidationRequest request, ValidationPlan plan, DateTimeOffset began, IProgress<ValidationProgress>? progress)
    {
        private ValidationStep _step = ValidationStep.Preparing;
        private Measurements? _compared;
        private ImmutableArray<ComparisonRow> _rows = [];

        public ValidationRequest Request => request;

        public ValidationPlan Plan => plan;

        public DateTimeOffset Began => began;

        public Measurements Measured { get; private set; } = new();

        /// <summary>The file that was made for this run; null for a real one.</summary>
        public string? SyntheticPath { get; set; }

        /// <summary>Sets what was measured so far against the prediction.</summary>
        public required Func<Measurements, ImmutableArray<ComparisonRow>> Compare { get; init; }

        public void Tell(ValidationStep step, double? share, InferenceEvent? told = null)
        {
            _step = step;
            if (progress is null) return;
            if (!ReferenceEquals(_compared, Measured)) (_rows, _compared) = (Compare(Measured), Measured);
            progress.Report(new ValidationProgress(step, share, told, Measured, plan.Subject, plan.Forecast) { Rows = _rows, Notes = plan.Notes, Job = plan.Job });
        }

        public void Receive(InferenceEvent told)
        {
            Measured = Measured.With(told);
            if (told is InferenceEvent.ModelLoaded && SyntheticPath is { } read) ModelFolder.Discard(read);
            var share = told is InferenceEvent.LoadProgressed load ? load.Share : Share(told);
            Tell(told is InferenceEvent.StageBegan began ? Step(began) : _step, share, told);
        }

        private double? Share(InferenceEvent told) => told is InferenceEvent.RepetitionFinished repetition
            ? Math.Min(1, Measured.Series.First(s => s.Test == repetition.Test).Undisturbed.Count() / (double)plan.Job.Repetitions)
            : null;

        private static ValidationStep Step(InferenceEvent.StageBegan began) => began.Stage switch
        {
            InferenceStage.IdleCheck => ValidationStep.IdleCheck,
            InferenceStage.Bandwidth => ValidationStep.Bandwidth,
            InferenceStage.Open or InferenceStage.Load => ValidationStep.Loading,
            InferenceStage.Memory => ValidationStep.Memory,
            _ => began.Test?.Kind == SpeedTestKind.Prompt ? ValidationStep.Prompt : ValidationStep.Generation,
        };
    }

    /// <summary>Reports at once and in order, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Relay<T>(Action<T> receive) : IProgress<T>
    {
        public void Report(T value) => receive(value);
    }
}
