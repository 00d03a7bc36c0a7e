using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>
/// Reads buffer sizes from llama.cpp's log ("llama_kv_cache: CPU KV buffer size = 36.00 MiB"), the only place where its C
/// interface tells them. The log rounds to 0.01 MiB.
/// </summary>
internal static partial class BufferLog
{
    /// <summary>
    /// The buffers in the order of first mention. Weights and caches add up per device; compute and output buffers are
    /// reserved several times, the last counts.
    /// </summary>
    public static BufferReport Read(IEnumerable<string> lines)
    {
        var buffers = new List<MemoryBuffer>();
        foreach (var line in lines)
        {
            if (Line().Match(line) is not { Success: true } match) continue;
            var mib = double.Parse(match.Groups["mib"].Value, CultureInfo.InvariantCulture);
            Add(buffers, new MemoryBuffer(match.Groups["device"].Value, Kind(match.Groups["kind"].Value), Bytes.FromMiB(mib)));
        }

        return new BufferReport([.. buffers]);
    }

    /// <summary>
    /// The buffers of a planned model, where nothing is allocated: weights and cache buffers are logged as empty, but a cache
    /// still tells its size ("llama_kv_cache: size = 36.00 MiB (512 cells, …").
    /// </summary>
    /// <param name="lines">The log.</param>
    /// <param name="weights">Size of all tensors.</param>
    public static BufferReport Planned(IReadOnlyList<string> lines, Bytes weights)
    {
        var buffers = new List<MemoryBuffer> { new("CPU", MemoryKind.Weights, weights) };
        foreach (var line in lines)
            if (CacheLine().Match(line) is { Success: true } match)
                Add(buffers, new MemoryBuffer("CPU", MemoryKind.Kv, Bytes.FromMiB(double.Parse(match.Groups["mib"].Value, CultureInfo.InvariantCulture))));
        buffers.AddRange(Read(lines).Buffers.Where(b => b.Kind is MemoryKind.Compute or MemoryKind.Output));
        return new BufferReport([.. buffers]);
    }

    private static void Add(List<MemoryBuffer> buffers, MemoryBuffer buffer)
    {
        var at = buffers.FindIndex(b => b.Device == buffer.Device && b.Kind == buffer.Kind);
        if (at < 0) buffers.Add(buffer);
        else if (buffer.Kind is MemoryKind.Compute or MemoryKind.Output) buffers[at] = buffer;
        else buffers[at] = buffer with { Size = buffers[at].Size + buffer.Size };
    }

    private static MemoryKind Kind(string word) => word switch
    {
        "model" => MemoryKind.Weights,
        "KV" or "RS" => MemoryKind.Kv,
        "output" => MemoryKind.Output,
        _ => MemoryKind.Compute,
    };

    [GeneratedRegex(@"^\s*[\w.]+:\s+(?<device>\S+)\s+(?<kind>model|KV|RS|compute|output)\s+buffer size\s*=\s*(?<mib>\d+(\.\d+)?)\s*MiB")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*llama_(kv_cache|memory_recurrent)\w*:\s+size\s*=\s*(?<mib>\d+(\.\d+)?)\s*MiB")]
    private static partial Regex CacheLine();
}
