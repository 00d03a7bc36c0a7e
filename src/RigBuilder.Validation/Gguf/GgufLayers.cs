using System.Collections.Immutable;
using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Gguf;

/// <summary>Which layers of a file attend to how much, and which keep a state of fixed size instead (llama.cpp, <c>load_hparams</c>).</summary>
internal static class GgufLayers
{
    private const int MaxLayers = 1024;
    private const int MaxWidth = 1 << 20;

    /// <summary>
    /// Sliding windows. Newer files list the layers ("sliding_window_pattern", 1 for a window); for older ones the pattern is fixed per
    /// architecture (llama.cpp, set_swa_pattern). Null when all layers see everything.
    /// </summary>
    public static SlidingWindow? Window(GgufFile file, int layers, Func<string, int, int, int> optional)
    {
        var window = optional("attention.sliding_window", int.MaxValue, 0);
        if (window == 0) return null;
        var pattern = PerLayer(file, "attention.sliding_window_pattern", layers);
        if (!pattern.IsEmpty && file.Metadata[$"{file.Architecture}.attention.sliding_window_pattern"].Number is null)
        {
            ImmutableArray<int> full = [.. Enumerable.Range(0, layers).Where(l => pattern[l] == 0)];
            var heads = PerLayer(file, "attention.head_count_kv", layers);
            var own = full.IsEmpty || heads.IsEmpty ? 0 : Bounded(heads[full[0]]);
            // A wider head of the layers that see everything: Gemma 4.
            return new SlidingWindow(window, full.Length, own, file.Hyper("attention.key_length_swa") is null ? 0 : optional("attention.key_length", MaxWidth, 0));
        }

        var period = file.Architecture switch
        {
            "gemma2" or "gpt-oss" => 2,
            "gemma3" => 6,
            "cohere2" or "llama4" or "exaone4" or "olmo2" => 4,
            "gemma3n" => 5,
            _ => optional("attention.sliding_window_pattern", MaxLayers, 0),
        };
        return period == 0 ? null : new SlidingWindow(window, layers / period);
    }

    /// <summary>Recurrent, convolutional and linear-attention layers: Mamba and Gated DeltaNet hybrids, LFM2; null when there are none.</summary>
    public static RecurrentShape? Recurrent(GgufFile file, int layers, Func<string, int, int, int> optional)
    {
        var state = State(optional);
        if (state == 0) return null;
        var interval = optional("full_attention_interval", MaxLayers, 0);
        var heads = PerLayer(file, "attention.head_count_kv", layers);
        var attending = interval > 0 ? layers / interval
            : !heads.IsEmpty ? heads.Count(h => h > 0)
            : file.Architecture is "qwen3next" or "qwen35" or "qwen35moe" ? layers / 4 : 0;
        return attending >= layers ? null : new RecurrentShape(attending, state);
    }

    // The convolution's last inputs and the state proper (llama.cpp, n_embd_r and n_embd_s).
    private static long State(Func<string, int, int, int> optional)
    {
        if (optional("shortconv.l_cache", 1024, 0) is > 1 and var cache) return (cache - 1L) * optional("embedding_length", MaxWidth, 0);
        long inner = optional("ssm.inner_size", MaxWidth, 0), size = optional("ssm.state_size", 65_536, 0), groups = optional("ssm.group_count", 65_536, 0);
        if (inner == 0 || size == 0) return 0;
        return (Math.Max(1, optional("ssm.conv_kernel", 1024, 4)) - 1) * (inner + (2 * groups * size)) + (size * inner);
    }

    private static ImmutableArray<double> PerLayer(GgufFile file, string key, int layers) =>
        file.Metadata.GetValueOrDefault($"{file.Architecture}.{key}") is { Numbers: var numbers } && numbers.Length >= layers ? numbers : [];

    private static int Bounded(double number) => number is >= 0 and <= MaxWidth ? (int)number : 0;
}
