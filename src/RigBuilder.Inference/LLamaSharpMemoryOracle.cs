using System.Runtime.InteropServices;
using LLama.Exceptions;
using LLama.Extensions;
using LLama.Native;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Validation;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>
/// llama.cpp's own memory planner: the head of a synthetic file is handed over in memory and the model "loaded" without
/// allocating anything, then a context is planned the same way. Milliseconds per question; weights and caches of any size.
/// </summary>
public sealed unsafe class LLamaSharpMemoryOracle : IMemoryOracle
{
    private const string Subject = "the planned model";
    private readonly NativeLog _log = NativeLog.ForThisProcess();
    private readonly delegate* unmanaged[Cdecl]<byte*, nuint, GgufOptions, nint> _read = (delegate* unmanaged[Cdecl]<byte*, nuint, GgufOptions, nint>)Export("ggml-base", "gguf_init_from_buffer");
    private readonly delegate* unmanaged[Cdecl]<nint, void> _forget = (delegate* unmanaged[Cdecl]<nint, void>)Export("ggml-base", "gguf_free");
    private readonly delegate* unmanaged[Cdecl]<nint, nint, void*, LLamaModelParams, nint> _initialise =
        (delegate* unmanaged[Cdecl]<nint, nint, void*, LLamaModelParams, nint>)Export("llama", "llama_model_init_from_user");

    private LLamaSharpMemoryOracle()
    {
    }

    /// <summary>Opens the library.</summary>
    public static Attempt<IMemoryOracle> Open()
    {
        var library = new LLamaSharpRuntime().Open();
        if (!library.Succeeded) return Attempt<IMemoryOracle>.Failed(library.Diagnostics);
        try
        {
            return Attempt<IMemoryOracle>.Of(new LLamaSharpMemoryOracle());
        }
        catch (EntryPointNotFoundException e)
        {
            return Attempt<IMemoryOracle>.Failed(InferenceDiagnostics.LibraryUnloadable(library.Value.Description.Location, e.Message));
        }
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
        if (ContextParameters.Contradiction(context) is { } wrong) return Attempt<BufferReport>.Failed(wrong);
        _log.Clear();
        nint metadata;
        fixed (byte* bytes = head) metadata = _read(bytes, (nuint)head.Length, new GgufOptions { NoAlloc = 1 });
        if (metadata == 0) return Attempt<BufferReport>.Failed(InferenceDiagnostics.ModelRefused(Subject, _log.Complaint("its head is refused")));
        try
        {
            return Plan(context, metadata, weights);
        }
        finally
        {
            _forget(metadata);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The natives stay loaded until the process ends.
    }

    private Attempt<BufferReport> Plan(ContextOptions context, nint metadata, Bytes weights)
    {
        var parameters = LLamaModelParams.Default();
        (parameters.n_gpu_layers, parameters.load_mode, parameters.no_alloc) = (0, LLamaLoadMode.None, true);
        using var model = new SafeLlamaModelHandle();
        Marshal.InitHandle(model, _initialise(metadata, 0, null, parameters));
        if (model.IsInvalid) return Attempt<BufferReport>.Failed(InferenceDiagnostics.ModelRefused(Subject, _log.Complaint("no reason given")));
        ContextParameters.Of(context).ToLlamaContextParams(out var asked);
        try
        {
            SafeLLamaContextHandle.Create(model, asked).Dispose();
        }
        catch (RuntimeError e)
        {
            return Attempt<BufferReport>.Failed(InferenceDiagnostics.ContextRefused(_log.Complaint(e.Message)));
        }

        return Attempt<BufferReport>.Of(BufferLog.Planned(_log.Lines, weights));
    }

    private static nint Export(string library, string function) =>
        NativeExports.Find(library, function) is not 0 and var address ? address : throw new EntryPointNotFoundException($"lib{library} has no function {function}");

    /// <summary><c>gguf_init_params</c>, 16 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct GgufOptions
    {
        [FieldOffset(0)] public byte NoAlloc;
        [FieldOffset(8)] public nint Context;
    }
}
