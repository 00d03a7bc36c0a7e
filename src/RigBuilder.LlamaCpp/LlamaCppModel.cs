using System.Text;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.LlamaCpp.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LlamaCpp;

/// <summary>A model that llama.cpp has loaded.</summary>
internal sealed unsafe class LlamaCppModel : ILoadedModel
{
    private readonly LlamaCppLibrary _library;
    private readonly int _gpuLayers;
    private nint _model;

    public LlamaCppModel(LlamaCppLibrary library, nint model, Duration loadTime, int gpuLayers)
    {
        (_library, _model, _gpuLayers, LoadTime) = (library, model, gpuLayers, loadTime);
        Weights = BufferLog.Read(library.Log.Lines);
        Facts = Describe(library.Api, model);
    }

    /// <inheritdoc/>
    public ModelFacts Facts { get; }

    /// <inheritdoc/>
    public Duration LoadTime { get; }

    /// <inheritdoc/>
    public BufferReport Weights { get; }

    /// <inheritdoc/>
    public Attempt<IInferenceSession> Open(ContextOptions options)
    {
        ObjectDisposedException.ThrowIf(_model == 0, this);
        if (Contradiction(options) is { } wrong) return Attempt<IInferenceSession>.Failed(wrong);
        _library.Log.Claim(_library.Api);
        var parameters = Parameters(_library.Api, options);
        var context = _library.Api.InitFromModel(_model, parameters);
        if (context == 0)
            return Attempt<IInferenceSession>.Failed(InferenceDiagnostics.ContextRefused(_library.Log.Complaint("no reason given")));
        var memory = BufferLog.Read(_library.Log.Lines);
        return Attempt<IInferenceSession>.Of(new LlamaCppSession(_library.Api, context, options, memory, Facts.Vocabulary, CpuComputes));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_model == 0) return;
        _library.Api.ModelFree(_model);
        _model = 0;
    }

    /// <summary>The library's parameters for our options.</summary>
    internal static ContextParams Parameters(LlamaApi api, ContextOptions options)
    {
        var parameters = api.ContextDefaultParams();
        parameters.Context = (uint)options.Context;
        parameters.Batch = (uint)options.Batch;
        parameters.MicroBatch = (uint)options.MicroBatch;
        parameters.Sequences = (uint)options.Sequences;
        parameters.Threads = options.Threads;
        parameters.ThreadsBatch = options.Threads;
        parameters.KeyType = GgmlType(options.KeyType);
        parameters.ValueType = GgmlType(options.ValueType);
        parameters.FlashAttention = options.FlashAttention switch { null => -1, true => 1, false => 0 };
        parameters.SwaFull = 0;
        return parameters;
    }

    /// <summary>What about the options cannot be, or null.</summary>
    internal static Domain.Diagnostics.Diagnostic? Contradiction(ContextOptions options)
    {
        if (options is { Context: < 1 } or { Batch: < 1 } or { MicroBatch: < 1 } or { Threads: < 1 } or { Sequences: < 1 })
            return InferenceDiagnostics.Contradiction("context, batches, threads and sequences must be at least 1", "give positive numbers");
        if (options.MicroBatch > options.Batch)
            return InferenceDiagnostics.Contradiction(
                $"the physical batch ({options.MicroBatch}) is larger than the logical batch ({options.Batch})", "lower -ub or raise -b");
        if (options.ValueType != KvType.F16 && options.FlashAttention == false)
            return InferenceDiagnostics.Contradiction("quantised values in the cache need flash attention", "turn flash attention on or use f16");
        return null;
    }

    /// <summary>Whether layers stay on the CPU, so that its share of time says something.</summary>
    private bool CpuComputes =>
        (_gpuLayers >= 0 && _gpuLayers <= Facts.Layers) || !_library.Description.Gpus.Any();

    private static int GgmlType(KvType type) => type switch
    {
        KvType.Q8_0 => 8,
        KvType.Q4_0 => 2,
        _ => 1,
    };

    private static ModelFacts Describe(LlamaApi api, nint model)
    {
        const int room = 256;
        var text = stackalloc byte[room];
        var length = Math.Clamp(api.ModelDescription(model, text, room), 0, room - 1);
        return new ModelFacts(
            Encoding.UTF8.GetString(text, length), Bytes.FromCount((long)api.ModelSize(model)), api.ModelParameters(model),
            api.ModelLayers(model), api.VocabTokens(api.ModelGetVocab(model)));
    }
}
