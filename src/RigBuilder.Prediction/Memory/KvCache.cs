using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Memory;

/// <summary>
/// The key/value cache of a quest. Per full layer: cells × KV heads × head width × (key bytes + value bytes); sources: llama.cpp's
/// own report (exact for Llama shapes), its sliding-window cache (padded window + micro-batch), latent attention (one row of
/// latent + rotary width, keys only), the index keys of sparse attention, compressed attention and recurrent state (32-bit, independent of the context).
/// </summary>
internal readonly struct KvCache
{
    private const int Padding = 256;
    private readonly ModelShape _shape;
    private readonly double _fullLayer;
    private readonly double _windowLayer;
    private readonly double _recurrentLayer;
    private readonly double _fullCell;
    private readonly double _windowCell;
    private readonly double _indexCell;
    private readonly double _compressedLayer;
    private readonly double _compressedGrowth;

    public KvCache(Quest quest, ModelShape shape, int context)
    {
        _shape = shape;
        var users = Math.Max(1, quest.Users);
        Cells = (long)users * Pad(context);
        var (key, value) = (BytesPerElement(quest.KeyType), BytesPerElement(ValueType(quest)));
        (_fullCell, _windowCell) = (CellBytes(shape, true, key, value), CellBytes(shape, false, key, value));
        _fullLayer = Cells * _fullCell;
        if (shape.SlidingWindow is { } window)
        {
            var cells = Math.Min(Cells, Pad(((long)window.Window * users) + quest.EffectiveMicroBatch));
            // Windowed layers are quantised like the others (llama.cpp v0.4.0's own planner, over Gemma, Llama 4 and gpt-oss).
            _windowLayer = cells * _windowCell;
        }

        if (shape.Indexer is { } indexer)
        {
            var layers = Enumerable.Range(0, shape.Layers).Count(l => TensorLayout.IsAttentionLayer(shape, l));
            _indexCell = key * indexer.Width * indexer.Layers / Math.Max(1, layers);
        }

        if (shape.Compressed is { } compressed) (_compressedLayer, _compressedGrowth) = Compressed(compressed, shape, context, quest.EffectiveMicroBatch, users, key);
        _recurrentLayer = shape.Recurrent is { } recurrent ? 4.0 * recurrent.StateElements * users : 0;
    }

    /// <summary>Cells of a layer that sees the whole context, all users together.</summary>
    public long Cells { get; }

    /// <summary>Bytes that a further cell adds at least: in the layers that see the whole context.</summary>
    public double Growth
    {
        get
        {
            if (_shape.Compressed is not null) return _shape.Layers * _compressedGrowth;
            var full = 0;
            for (var layer = 0; layer < _shape.Layers; layer++)
                if (OwnsCache(layer) && IsFull(layer)) full++;
            return full * (_fullCell + _indexCell);
        }
    }

    /// <summary>Bytes per element with block scales.</summary>
    public static double BytesPerElement(KvType type) => type switch
    {
        KvType.F32 => 4,
        KvType.Q8_0 => 34.0 / 32,
        KvType.Q5_1 => 24.0 / 32,
        KvType.Q5_0 => 22.0 / 32,
        KvType.Q4_1 => 20.0 / 32,
        KvType.Q4_0 or KvType.Iq4_Nl => 18.0 / 32,
        _ => 2,
    };

    /// <summary>The value type in effect: without flash attention llama.cpp takes no blocks for values, so they are counted in 16 bits.</summary>
    public static KvType ValueType(Quest quest) => quest.FlashAttention || !Quest.IsQuantised(quest.ValueType) ? quest.ValueType : KvType.F16;

    /// <summary>A number of cells rounded up as llama.cpp does.</summary>
    public static long Pad(long cells) => (Math.Max(1, cells) + Padding - 1) / Padding * Padding;

    /// <summary>Bytes of a layer's cache and state.</summary>
    public double Layer(int layer)
    {
        var state = TensorLayout.IsRecurrentLayer(_shape, layer) ? _recurrentLayer : 0;
        if (!OwnsCache(layer)) return state;
        if (_shape.Compressed is not null) return _compressedLayer;
        return state + (IsFull(layer) ? _fullLayer + (Cells * _indexCell) : _windowLayer);
    }

    /// <summary>Bytes that generating one token reads of a layer's cache, with so many tokens in each user's context.</summary>
    public double Read(int layer, double depth)
    {
        var state = TensorLayout.IsRecurrentLayer(_shape, layer) ? _recurrentLayer : 0;
        if (!TensorLayout.IsAttentionLayer(_shape, layer)) return state;
        if (_shape.Compressed is { } compressed) return CompressedRead(compressed, depth);
        return state + (IsFull(layer) ? depth * (_fullCell + _indexCell) : Math.Min(depth, _shape.SlidingWindow!.Window) * _windowCell);
    }

    /// <summary>Bytes of all layers.</summary>
    public double Total()
    {
        var sum = 0.0;
        for (var layer = 0; layer < _shape.Layers; layer++) sum += Layer(layer);
        return sum;
    }

    /// <summary>Bytes that generating one token reads of the whole cache.</summary>
    public double ReadTotal(double depth)
    {
        var sum = 0.0;
        for (var layer = 0; layer < _shape.Layers; layer++) sum += Read(layer, depth);
        return sum;
    }

    // The last layers may read the cache of earlier ones.
    private bool OwnsCache(int layer) => layer < _shape.Layers - _shape.SharedCacheLayers && TensorLayout.IsAttentionLayer(_shape, layer);

    // The fine and coarse layers alternate: every layer is given the mean of both, so that the total is exact. The compressors' states are 32-bit.
    private static (double Layer, double Growth) Compressed(CompressedAttention compressed, ModelShape shape, int context, int microBatch, int users, double key)
    {
        long Entries(int ratio) => Pad((context + ratio - 1) / ratio);
        double fine = shape.HeadDim + compressed.IndexerWidth, coarse = shape.HeadDim;
        var state = 4.0 * 2 * ((compressed.FineLayers * 2.0 * fine * 2 * CompressedAttention.FineRatio) + (compressed.CoarseLayers * coarse * CompressedAttention.CoarseRatio));
        var window = shape.Layers * Pad(Math.Min(context, (long)compressed.Window + microBatch)) * (double)shape.HeadDim;
        var entries = (compressed.FineLayers * Entries(CompressedAttention.FineRatio) * fine) + (compressed.CoarseLayers * Entries(CompressedAttention.CoarseRatio) * coarse);
        var growth = (compressed.FineLayers * fine / CompressedAttention.FineRatio) + (compressed.CoarseLayers * coarse / CompressedAttention.CoarseRatio);
        return (users * ((key * (window + entries)) + state) / shape.Layers, key * growth / shape.Layers);
    }

    private double CompressedRead(CompressedAttention compressed, double depth)
    {
        var key = _fullCell / _shape.HeadDim;
        var fine = (Math.Min(depth / CompressedAttention.FineRatio, compressed.Picked) * _shape.HeadDim) + (depth / CompressedAttention.FineRatio * compressed.IndexerWidth);
        var coarse = depth / CompressedAttention.CoarseRatio * _shape.HeadDim;
        var shares = ((compressed.FineLayers * fine) + (compressed.CoarseLayers * coarse)) / _shape.Layers;
        return key * ((Math.Min(depth, compressed.Window) * _shape.HeadDim) + shares);
    }

    private bool IsFull(int layer) => TensorLayout.IsFullLayer(_shape, layer);

    private static double CellBytes(ModelShape shape, bool full, double key, double value)
    {
        if (shape.Compressed is not null) return shape.HeadDim * key;
        if (shape.Latent is { } latent) return (latent.KvLoraRank + latent.RopeDim) * key;
        var (heads, width, _) = TensorLayout.Attention(shape, full);
        return heads * width * (key + value);
    }
}
