using RigBuilder.Domain;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>Deals layers to cards in their order, with the output on the last card that gets one.</summary>
/// <param name="profile">The model.</param>
/// <param name="cache">Its cache.</param>
/// <param name="gpus">Room on each card.</param>
/// <param name="beside">Bytes that go with the output: a draft model, for example.</param>
/// <param name="moves">Tensors that patterns send elsewhere.</param>
internal sealed class Dealer(ModelProfile profile, KvCache cache, Budget[] gpus, double beside, TensorMoves? moves)
{
    private readonly double[] _kv = LayerCaches(profile, cache);
    private readonly double[] _free = [.. gpus.Select((g, i) => g.Free - (moves?.To(i) ?? 0))];
    private readonly double _output = (moves?.Output is Assignment.Host ? 0 : profile.Output) + beside;

    /// <summary>Bytes of a layer's cache.</summary>
    public double CacheOf(int layer) => _kv[layer];

    /// <summary>Layers per card from <paramref name="first"/> on by free memory; null when they do not fit.</summary>
    public int[]? Deal(int first, int expertsFrom)
    {
        var total = _output;
        for (var layer = first; layer < profile.Layers; layer++) total += LayerBytes(layer, expertsFrom);
        if (_free.Length == 1) return total <= _free[0] ? [profile.Layers - first] : null;

        var free = 0.0;
        foreach (var room in _free) free += Math.Max(0, room);
        if (total > free) return null;
        if (Proportional(first, expertsFrom, total, free) is { } fair) return fair;
        for (var last = _free.Length - 1; last >= 0; last--)
            if (Greedy(first, expertsFrom, last) is { } packed) return packed;
        return null;
    }

    /// <summary>
    /// Layers per card, and the card of the output, by shares as llama.cpp deals them: layer i of n, the output being the last, goes to the
    /// first card whose share, added up, is above i / n (llama_model::load_tensors).
    /// </summary>
    public (int[] Layers, int Output) ByShares(int first, IReadOnlyList<double> shares)
    {
        var counts = new int[_free.Length];
        var sum = shares.Sum();
        var n = profile.Layers - first + 1;
        var output = 0;
        for (var i = 0; i < n; i++)
        {
            var card = 0;
            double upTo = shares[0];
            while (card < counts.Length - 1 && upTo / sum <= i / (double)n) upTo += shares.ElementAtOrDefault(++card);
            if (i == n - 1) output = card;
            else counts[card]++;
        }

        return (counts, output);
    }

    /// <summary>Shares by free memory, as llama.cpp's own default.</summary>
    public double[] FreeShares() => [.. _free.Select(f => Math.Max(1, f))];

    private static double[] LayerCaches(ModelProfile profile, KvCache cache)
    {
        var sizes = new double[profile.Layers];
        for (var layer = 0; layer < sizes.Length; layer++) sizes[layer] = cache.Layer(layer);
        return sizes;
    }

    private double LayerBytes(int layer, int expertsFrom)
    {
        var bytes = profile.Dense[layer] + _kv[layer] + (layer >= expertsFrom ? profile.Experts[layer] : 0);
        return moves is null ? bytes : bytes - moves.Dense(layer).Total - (layer >= expertsFrom ? moves.Experts(layer).Total : 0);
    }

    private int[]? Proportional(int first, int expertsFrom, double total, double free)
    {
        var counts = new int[_free.Length];
        var layer = first;
        double dealt = 0, target = 0;
        for (var g = 0; g < _free.Length; g++)
        {
            var last = g == _free.Length - 1;
            target += total * Math.Max(0, _free[g]) / free;
            var mine = last ? _output : 0;
            while (layer < profile.Layers)
            {
                var bytes = LayerBytes(layer, expertsFrom);
                if (!last && dealt + (bytes / 2) > target) break;
                (mine, dealt) = (mine + bytes, dealt + bytes);
                counts[g]++;
                layer++;
            }

            if (mine > Math.Max(0, _free[g])) return null;
        }

        // The output is where the last layer is: a last card without layers has no use for the room kept for it.
        return counts[^1] > 0 ? counts : null;
    }

    /// <summary>Fills card after card up to the last, which holds the output and at least one layer.</summary>
    private int[]? Greedy(int first, int expertsFrom, int last)
    {
        var counts = new int[_free.Length];
        var layer = first;
        for (var g = 0; g <= last; g++)
        {
            var left = _free[g] - (g == last ? _output : 0);
            var keep = g == last ? 0 : 1;
            while (layer < profile.Layers - keep && LayerBytes(layer, expertsFrom) <= left)
            {
                left -= LayerBytes(layer++, expertsFrom);
                counts[g]++;
            }

            if (left < 0) return null;
        }

        return layer == profile.Layers && counts[last] > 0 ? counts : null;
    }
}

/// <summary>Room for weights and cache on a GPU, after overhead and compute buffer, in bytes; may be negative.</summary>
/// <param name="Usable">VRAM that can be used.</param>
/// <param name="Overhead">Fixed cost.</param>
/// <param name="Compute">Compute buffer.</param>
/// <param name="Physical">VRAM that is there less what something else is said to hold.</param>
internal readonly record struct Budget(double Usable, double Overhead, double Compute, double Physical = 0, bool Shared = false)
{
    /// <summary>What is left for weights and cache.</summary>
    public double Free => Usable - Overhead - Compute;
}
