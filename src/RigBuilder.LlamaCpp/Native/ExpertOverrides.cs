using System.Globalization;
using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>
/// Keeps the experts of the first layers in system memory, as llama.cpp's -ncmoe does: one name pattern per layer, the list
/// ended by an empty entry.
/// </summary>
internal sealed unsafe class ExpertOverrides : IDisposable
{
    private readonly List<Utf8> _patterns = [];

    public ExpertOverrides(LlamaApi api, int layers)
    {
        if (layers <= 0) return;
        Pointer = (TensorBufferOverride*)NativeMemory.AllocZeroed((nuint)layers + 1, (nuint)sizeof(TensorBufferOverride));
        for (var i = 0; i < layers; i++)
        {
            var pattern = new Utf8(string.Create(CultureInfo.InvariantCulture, $@"blk\.{i}\.ffn_(up|down|gate|gate_up)_(ch|)exps"));
            _patterns.Add(pattern);
            Pointer[i] = new TensorBufferOverride { Pattern = pattern.Pointer, BufferType = api.CpuBufferType() };
        }
    }

    /// <summary>The first entry; null when nothing is overridden.</summary>
    public TensorBufferOverride* Pointer { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(Pointer);
        Pointer = null;
        foreach (var pattern in _patterns) pattern.Dispose();
    }
}
