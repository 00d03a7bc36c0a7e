using System.Collections.Immutable;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>/proc/cpuinfo: one block of "key : value" lines per hardware thread.</summary>
internal static class CpuInfo
{
    /// <summary>The blocks of hardware threads; blocks of other things (the board on ARM) are left out.</summary>
    public static ImmutableArray<ImmutableDictionary<string, string>> Blocks(string? text)
    {
        var blocks = ImmutableArray.CreateBuilder<ImmutableDictionary<string, string>>();
        var block = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n'))
        {
            if (Lines.Pair(line) is var (key, value))
            {
                // Truncated or unusual files may lack the blank line between threads.
                if (key == "processor" && block.ContainsKey("processor")) Flush();
                block[key] = value;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                Flush();
            }
        }

        Flush();
        return blocks.ToImmutable();

        void Flush()
        {
            if (block.ContainsKey("processor")) blocks.Add(block.ToImmutable());
            block.Clear();
        }
    }
}
