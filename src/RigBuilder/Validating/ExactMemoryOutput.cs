using System.Text.Json.Nodes;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Cli.Validating;

/// <summary>What llama.cpp says about memory, as text and as JSON.</summary>
internal static class ExactMemoryOutput
{
    public static string Line(BufferReport report) =>
        $"Exactly, by llama.cpp itself, all in system memory: weights {report[MemoryKind.Weights]}, KV cache {report[MemoryKind.Kv]}, "
        + $"compute buffers {report[MemoryKind.Compute]}, outputs {report[MemoryKind.Output]}";

    public static JsonObject Json(BufferReport report) => new()
    {
        ["weights_bytes"] = report[MemoryKind.Weights].Count,
        ["kv_bytes"] = report[MemoryKind.Kv].Count,
        ["compute_bytes"] = report[MemoryKind.Compute].Count,
        ["output_bytes"] = report[MemoryKind.Output].Count,
    };
}
