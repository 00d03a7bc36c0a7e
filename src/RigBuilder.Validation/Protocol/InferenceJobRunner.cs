using RigBuilder.Validation.Child;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>
/// Works through a job: idle check, bandwidth, load, the quest's context, then each test with a warm-up and repetitions until
/// enough of them were undisturbed. Tells everything as events. Runs inside the inference process.
/// </summary>
/// <param name="runtime">The runtime.</param>
/// <param name="ports">What it works with.</param>
/// <param name="tell">Receives the events, in order.</param>
public sealed class InferenceJobRunner(IInferenceRuntime runtime, InferenceChildPorts ports, Action<InferenceEvent> tell)
{
    /// <summary>Runs to the end or to the first error.</summary>
    /// <returns>Whether everything asked for was done.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool Run(InferenceJob job, CancellationToken cancellation)
    {
        if (job.PlanHead is { } head) return PlanMemory(job, head);
        tell(new InferenceEvent.StageBegan(InferenceStage.IdleCheck));
        tell(new InferenceEvent.IdleChecked(new IdleCheck(ports.Monitor, ports.Cpus, ports.IdleLook).Run(cancellation)));
        if (job.ProbeBandwidth)
        {
            tell(new InferenceEvent.StageBegan(InferenceStage.Bandwidth));
            tell(new InferenceEvent.BandwidthProbed(ports.Bandwidth(Math.Max(1, job.Context.Threads), cancellation)));
        }

        tell(new InferenceEvent.StageBegan(InferenceStage.Open));
        if (Checked(runtime.Open()) is not { } library) return false;
        using (library)
        {
            tell(new InferenceEvent.LibraryOpened(library.Description));
            if (!MemorySuffices(job, library.Description)) return false;
            tell(new InferenceEvent.StageBegan(InferenceStage.Load));
            var progress = new Told<double>(share => tell(new InferenceEvent.LoadProgressed(share)));
            if (Checked(library.Load(job.Load, progress, cancellation)) is not { } model) return false;
            using (model)
            {
                var gpuComputes = job.Load.GpuLayers != 0 && library.Description.Gpus.Any();
                tell(new InferenceEvent.ModelLoaded(model.Facts, model.LoadTime, model.Weights));
                return MeasureMemory(job, model) && job.Tests.All(test => RunTest(job, model, gpuComputes, test, cancellation));
            }
        }
    }

    private bool PlanMemory(InferenceJob job, byte[] head)
    {
        tell(new InferenceEvent.StageBegan(InferenceStage.Open));
        var opened = ports.Oracle?.Invoke() ?? Attempt<IMemoryOracle>.Failed(InferenceDiagnostics.Contradiction(
            $"{runtime.Name} cannot plan memory exactly", "leave --exact out"));
        if (Checked(opened) is not { } oracle) return false;
        using (oracle)
        {
            tell(new InferenceEvent.StageBegan(InferenceStage.Memory));
            if (Checked(oracle.Measure(head, job.PlanWeights, job.Context)) is not { } report) return false;
            tell(new InferenceEvent.ContextMeasured(report));
            return true;
        }
    }

    /// <summary>A model planned for a GPU that the library does not see would land in system memory, all of it.</summary>
    private bool MemorySuffices(InferenceJob job, RuntimeDescription library)
    {
        if (job.Load.GpuLayers == 0 || library.Gpus.Any()) return true;
        if (job.HostMemory is not { } need || ports.Resources.AvailableMemory() is not { } free || need <= free) return true;
        tell(new InferenceEvent.Complained(InferenceDiagnostics.NotEnoughMemory(
            $"the library sees no GPU, and on the CPU the model needs {need}; {free} is free", "install the driver and a llama.cpp for your card, or take a smaller model")));
        return false;
    }

    private bool MeasureMemory(InferenceJob job, ILoadedModel model)
    {
        tell(new InferenceEvent.StageBegan(InferenceStage.Memory));
        if (Checked(model.Open(job.Context)) is not { } session) return false;
        using (session) tell(new InferenceEvent.ContextMeasured(session.Memory));
        return true;
    }

    private bool RunTest(InferenceJob job, ILoadedModel model, bool gpuComputes, SpeedTest test, CancellationToken cancellation)
    {
        tell(new InferenceEvent.StageBegan(InferenceStage.WarmUp, test));
        if (Checked(model.Open(job.Context with { Context = test.Context, Sequences = 1 })) is not { } session) return false;
        using (session)
        {
            var repeater = new TestRepeater(job, ports, gpuComputes, tell);
            if (Checked(repeater.WarmUp(session, test, cancellation)) is not { } warm) return false;
            tell(new InferenceEvent.WarmedUp(test, warm));
            tell(new InferenceEvent.StageBegan(InferenceStage.Test, test));
            var problems = repeater.Repeat(session, test, cancellation);
            foreach (var diagnostic in problems) tell(new InferenceEvent.Complained(diagnostic));
            return problems.IsEmpty;
        }
    }

    private T? Checked<T>(Attempt<T> outcome)
        where T : class
    {
        foreach (var diagnostic in outcome.Diagnostics) tell(new InferenceEvent.Complained(diagnostic));
        return outcome.Value;
    }

    /// <summary>Reports at once and on the calling thread, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Told<T>(Action<T> receive) : IProgress<T>
    {
        public void Report(T value) => receive(value);
    }
}
