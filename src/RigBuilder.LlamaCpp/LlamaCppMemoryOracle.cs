using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.LlamaCpp.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LlamaCpp;

/// <summary>
/// llama.cpp's own memory planner: the head of a synthetic file is handed over in memory and the model "loaded" without
/// allocating anything, then a context is planned the same way. Milliseconds per question; weights and caches of any size.
/// </summary>
public sealed unsafe class LlamaCppMemoryOracle : IMemoryOracle
{
    private const string Subject = "the planned model";
    private readonly LlamaCppLibrary _library;

    private LlamaCppMemoryOracle(LlamaCppLibrary library) => _library = library;

    /// <summary>Opens the library.</summary>
    public static Attempt<IMemoryOracle> Open(LlamaLibraryLocator locator)
    {
        var library = new LlamaCppRuntime(locator).OpenLibrary();
        return library.Succeeded
            ? Attempt<IMemoryOracle>.Of(new LlamaCppMemoryOracle(library.Value))
            : Attempt<IMemoryOracle>.Failed(library.Diagnostics);
    }

    /// <inheritdoc/>
    public Attempt<BufferReport> Measure(LlmModel model, Quant quant, ContextOptions context)
    {
        var synthetic = new SyntheticModel(model, quant);
        if (synthetic.Obstacle() is { } obstacle) return Attempt<BufferReport>.Failed(obstacle);
        var head = synthetic.Header.Bytes;
        return Measure(head.AsSpan(), synthetic.FileSize - Bytes.FromCount(head.Length), context);
    }

    /// <inheritdoc/>
    public Attempt<BufferReport> Measure(ReadOnlySpan<byte> head, Bytes weights, ContextOptions context)
    {
        if (LlamaCppModel.Contradiction(context) is { } wrong) return Attempt<BufferReport>.Failed(wrong);
        var api = _library.Api;
        _library.Log.Claim(api);
        nint metadata;
        fixed (byte* bytes = head) metadata = api.GgufFromBuffer(bytes, (nuint)head.Length, new GgufInitParams { NoAlloc = 1 });
        if (metadata == 0) return Attempt<BufferReport>.Failed(InferenceDiagnostics.ModelRefused(Subject, _library.Log.Complaint("its head is refused")));
        try
        {
            return Plan(context, metadata, weights);
        }
        finally
        {
            api.GgufFree(metadata);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _library.Dispose();

    private Attempt<BufferReport> Plan(ContextOptions context, nint metadata, Bytes weights)
    {
        var api = _library.Api;
        var parameters = api.ModelDefaultParams();
        parameters.GpuLayers = 0;
        parameters.LoadMode = 0;
        parameters.NoAlloc = 1;
        var loaded = api.ModelInitFromUser(metadata, 0, null, parameters);
        if (loaded == 0)
            return Attempt<BufferReport>.Failed(InferenceDiagnostics.ModelRefused(Subject, _library.Log.Complaint("no reason given")));
        try
        {
            var planned = api.InitFromModel(loaded, LlamaCppModel.Parameters(api, context));
            if (planned == 0)
                return Attempt<BufferReport>.Failed(InferenceDiagnostics.ContextRefused(_library.Log.Complaint("no reason given")));
            api.Free(planned);
            return Attempt<BufferReport>.Of(BufferLog.Planned(_library.Log.Lines, weights));
        }
        finally
        {
            api.ModelFree(loaded);
        }
    }
}
