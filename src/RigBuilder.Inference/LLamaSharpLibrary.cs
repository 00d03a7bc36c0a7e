using System.Diagnostics;
using LLama;
using LLama.Abstractions;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;
using RigBuilder.Domain.Units;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>LLamaSharp's natives, loaded.</summary>
/// <param name="log">What they log.</param>
/// <param name="description">What they are.</param>
internal sealed class LLamaSharpLibrary(NativeLog log, RuntimeDescription description) : IInferenceLibrary
{
    /// <inheritdoc/>
    public RuntimeDescription Description => description;

    /// <inheritdoc/>
    public Attempt<ILoadedModel> Load(LoadOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        log.Clear();
        var parameters = Parameters(options);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var told = new Told(progress);
            var weights = LLamaWeights.LoadFromFileAsync(parameters, cancellation, told).GetAwaiter().GetResult();
            var elapsed = Duration.FromSeconds(Stopwatch.GetElapsedTime(started).TotalSeconds);
            progress?.Report(1);
            return Attempt<ILoadedModel>.Of(new LLamaSharpModel(weights, log, elapsed, CpuComputes(options, weights)));
        }
        catch (Exception e) when (e is LoadWeightsFailedException or FileNotFoundException or IOException or UnauthorizedAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            return Attempt<ILoadedModel>.Failed(InferenceDiagnostics.ModelRefused(options.ModelPath, log.Complaint(e.Message.Split('\n')[0])));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The natives stay loaded until the process ends.
    }

    private static ModelParams Parameters(LoadOptions options)
    {
        var parameters = new ModelParams(options.ModelPath) { GpuLayerCount = options.GpuLayers, LoadMode = options.MemoryMap ? LLamaLoadMode.MemoryMap : LLamaLoadMode.None };
        for (var i = 0; i < options.TensorSplit.Length; i++) parameters.TensorSplits[i] = (float)options.TensorSplit[i];
        for (var i = 0; i < options.CpuExpertLayers; i++)
            parameters.TensorBufferOverrides.Add(new TensorBufferOverride($@"blk\.{i}\.ffn_(up|down|gate|gate_up)_(ch|)exps", "CPU"));
        return parameters;
    }

    private bool CpuComputes(LoadOptions options, LLamaWeights weights) =>
        !description.Gpus.Any() || (options.GpuLayers >= 0 && options.GpuLayers <= weights.NativeHandle.LayerCount);

    private sealed class Told(IProgress<double>? progress) : IProgress<float>
    {
        public void Report(float value) => progress?.Report(Math.Clamp(value, 0, 1));
    }
}
