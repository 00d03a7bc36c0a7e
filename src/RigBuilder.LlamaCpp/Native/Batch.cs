using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>llama_batch</c>, 56 bytes. Only the first two fields are needed for one sequence.</summary>
[StructLayout(LayoutKind.Explicit, Size = 56)]
internal unsafe struct Batch
{
    [FieldOffset(0)] public int TokenCount;
    [FieldOffset(8)] public int* Tokens;
    [FieldOffset(16)] public float* Embeddings;
    [FieldOffset(24)] public int* Positions;
    [FieldOffset(32)] public int* SequenceCounts;
    [FieldOffset(40)] public int** SequenceIds;
    [FieldOffset(48)] public byte* Logits;
}
