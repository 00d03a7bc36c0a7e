using System.Collections.Immutable;
using RigBuilder.Domain.Models;

namespace RigBuilder.Prediction.Tensors;

/// <summary>Lists the tensors of a model in file order, by llama.cpp's naming.</summary>
internal sealed class TensorLayout
{
    // Rows of such tables are this wide or a multiple (Gemma 4 E); it decides no more than how a table of so many elements is cut.
    private const int RowWidth = 256;

    private readonly ModelShape _shape;
    private readonly LayoutTraits _traits;
    private readonly ImmutableArray<TensorShape>.Builder _tensors = ImmutableArray.CreateBuilder<TensorShape>();

    private TensorLayout(LlmModel model) => (_shape, _traits) = (model.Shape, LayoutTraits.Of(model));

    /// <summary>All tensors of a model.</summary>
    public static ImmutableArray<TensorShape> Of(LlmModel model)
    {
        var layout = new TensorLayout(model);
        layout.AddAll();
        return layout._tensors.ToImmutable();
    }

    /// <summary>Whether a layer keeps a normal key/value cache (hybrids place such layers last in each group).</summary>
    public static bool IsAttentionLayer(ModelShape shape, int layer)
    {
        if (shape.Blocks is { } blocks) return blocks[layer] == '*';
        if (shape.Recurrent is not { } recurrent) return true;
        if (recurrent.AttentionLayers <= 0) return false;
        var period = Math.Max(1, shape.Layers / recurrent.AttentionLayers);
        return (layer + 1) % period == 0 && (layer + 1) / period <= recurrent.AttentionLayers;
    }

    /// <summary>Whether a layer keeps a state of fixed size, alone or (Falcon-H1) beside its cache.</summary>
    public static bool IsRecurrentLayer(ModelShape shape, int layer)
    {
        if (shape.Blocks is { } blocks) return blocks[layer] == 'M';
        return shape.Recurrent is { } recurrent && (recurrent.AttentionLayers >= shape.Layers || !IsAttentionLayer(shape, layer));
    }

    /// <summary>Whether a layer sees the whole context (models with windows place such layers last in each group).</summary>
    public static bool IsFullLayer(ModelShape shape, int layer)
    {
        if (shape.SlidingWindow is not { } window) return true;
        if (window.FullLayers <= 0) return false;
        var period = Math.Max(1, shape.Layers / window.FullLayers);
        return (layer + 1) % period == 0 && (layer + 1) / period <= window.FullLayers;
    }

    /// <summary>Key/value heads, head width and number of matrices behind them of a layer's attention.</summary>
    public static (int KvHeads, int HeadDim, bool KeysAreValues) Attention(ModelShape shape, bool full) =>
        full && shape.SlidingWindow is { } window
            ? (window.FullKvHeads > 0 ? window.FullKvHeads : shape.KvHeads, window.FullHeadDim > 0 ? window.FullHeadDim : shape.HeadDim, window.FullKeysAreValues)
            : (shape.KvHeads, shape.HeadDim, false);

    /// <summary>Whether a layer's feed-forward is a mixture of experts.</summary>
    public static bool IsExpertLayer(ModelShape shape, int layer) =>
        shape.Experts is { } experts
        && (shape.Blocks is null || shape.Blocks[layer] == 'E')
        && layer >= experts.DenseFirstLayers
        && (layer + 1) % Math.Max(1, experts.EveryNth) == 0;

    private void AddAll()
    {
        Add("token_embd.weight", TensorRole.Embedding, null, _shape.Hidden, _shape.Vocab);
        Add("output_norm.weight", TensorRole.Output, null, _shape.Hidden);
        if (_shape.RowParameters > 0) Add("per_layer_token_embd.weight", TensorRole.Embedding, null, RowWidth, (long)Math.Round(_shape.RowParameters / RowWidth));
        if (!_shape.TiedEmbeddings) Add("output.weight", TensorRole.Output, null, _shape.Hidden, _shape.Vocab);
        for (var layer = 0; layer < _shape.Layers; layer++) AddLayer(layer);
    }

    private void AddLayer(int layer)
    {
        AddNorm(layer, "attn_norm", _shape.Hidden);
        if (!IsAttentionLayer(_shape, layer))
        {
            // Blocks of feed-forward alone have none. The mixing matrices of recurrent layers differ per architecture: TensorPlan adds what is missing to the total.
        }
        else if (_shape.Compressed is { } compressed)
            AddCompressedAttention(layer, compressed);
        else if (_shape.Latent is { } latent)
            AddLatentAttention(layer, latent);
        else
            AddAttention(layer);

        if (_shape.Blocks is { } blocks && (blocks[layer] is '*' or 'M')) return;
        if (_traits.PostNorms) AddNorm(layer, "post_attention_norm", _shape.Hidden);
        if (_traits.FeedForwardNorm) AddNorm(layer, _traits.FeedForwardNormName, _shape.Hidden);
        if (IsExpertLayer(_shape, layer))
            AddExperts(layer, _shape.Experts!);
        else
            AddFeedForward(layer, "", _shape.Ffn);
        if (_traits.PostNorms) AddNorm(layer, "post_ffw_norm", _shape.Hidden);
    }

    private void AddAttention(int layer)
    {
        var (kvHeads, width, keysAreValues) = Attention(_shape, IsFullLayer(_shape, layer));
        long queries = (long)_shape.Heads * width, keys = (long)kvHeads * width;
        if (_traits.FusedQkv)
        {
            Attention(layer, "attn_qkv.weight", _shape.Hidden, queries + (2 * keys));
        }
        else
        {
            Attention(layer, "attn_q.weight", _shape.Hidden, _traits.GatedQuery ? 2 * queries : queries);
            Attention(layer, "attn_k.weight", _shape.Hidden, keys);
            if (!keysAreValues) Attention(layer, "attn_v.weight", _shape.Hidden, keys);
        }

        Attention(layer, "attn_output.weight", queries, _shape.Hidden);
        if (_traits.AttentionBias)
        {
            Attention(layer, "attn_q.bias", queries);
            Attention(layer, "attn_k.bias", keys);
            Attention(layer, "attn_v.bias", keys);
        }

        if (_traits.OutputBias) Attention(layer, "attn_output.bias", _shape.Hidden);
        if (_traits.Sinks) Attention(layer, "attn_sinks.weight", _shape.Heads);
        if (_traits.QueryKeyNorm == LayoutTraits.NormWidth.None) return;
        if (_traits.QueryKeyNorm == LayoutTraits.NormWidth.EachHead)
        {
            Attention(layer, "attn_q_norm.weight", width, _shape.Heads);
            Attention(layer, "attn_k_norm.weight", width, kvHeads);
            return;
        }

        var whole = _traits.QueryKeyNorm == LayoutTraits.NormWidth.All;
        AddNorm(layer, "attn_q_norm", whole ? queries : width);
        AddNorm(layer, "attn_k_norm", whole ? keys : width);
    }

    private void AddLatentAttention(int layer, LatentAttention latent)
    {
        long heads = _shape.Heads, head = latent.NopeDim + latent.RopeDim;
        if (latent.QueryLoraRank > 0)
        {
            Attention(layer, "attn_q_a.weight", _shape.Hidden, latent.QueryLoraRank);
            AddNorm(layer, "attn_q_a_norm", latent.QueryLoraRank);
            Attention(layer, "attn_q_b.weight", latent.QueryLoraRank, heads * head);
        }
        else
        {
            Attention(layer, "attn_q.weight", _shape.Hidden, heads * head);
        }

        Attention(layer, "attn_kv_a_mqa.weight", _shape.Hidden, latent.KvLoraRank + latent.RopeDim);
        AddNorm(layer, "attn_kv_a_norm", latent.KvLoraRank);
        Attention(layer, "attn_k_b.weight", latent.NopeDim, latent.KvLoraRank, heads);
        Attention(layer, "attn_v_b.weight", latent.KvLoraRank, latent.ValueDim, heads);
        Attention(layer, "attn_output.weight", heads * latent.ValueDim, _shape.Hidden);
    }

    private void AddCompressedAttention(int layer, CompressedAttention compressed)
    {
        long heads = _shape.Heads, width = _shape.HeadDim, grouped = heads * width / compressed.OutputGroups;
        Attention(layer, "attn_q_a.weight", _shape.Hidden, compressed.QueryRank);
        AddNorm(layer, "attn_q_a_norm", compressed.QueryRank);
        Attention(layer, "attn_q_b.weight", compressed.QueryRank, heads * width);
        Attention(layer, "attn_kv.weight", _shape.Hidden, width);
        Attention(layer, "attn_output_a.weight", grouped, compressed.OutputRank, compressed.OutputGroups);
        Attention(layer, "attn_output_b.weight", (long)compressed.OutputRank * compressed.OutputGroups, _shape.Hidden);
    }

    private void AddExperts(int layer, ExpertShape experts)
    {
        Add($"blk.{layer}.ffn_gate_inp.weight", TensorRole.FeedForward, layer, _shape.Hidden, experts.Count);
        var width = experts.Latent > 0 ? experts.Latent : _shape.Hidden;
        if (experts.Latent > 0)
        {
            Add($"blk.{layer}.ffn_latent_down.weight", TensorRole.FeedForward, layer, _shape.Hidden, width);
            Add($"blk.{layer}.ffn_latent_up.weight", TensorRole.FeedForward, layer, width, _shape.Hidden);
        }

        if (_shape.GatedFfn) Expert(layer, "ffn_gate_exps.weight", width, experts.Ffn, experts.Count);
        Expert(layer, "ffn_up_exps.weight", width, experts.Ffn, experts.Count);
        Expert(layer, "ffn_down_exps.weight", experts.Ffn, width, experts.Count);
        if (_traits.ExpertBias)
        {
            Add($"blk.{layer}.ffn_gate_inp.bias", TensorRole.FeedForward, layer, experts.Count);
            Expert(layer, "ffn_gate_exps.bias", experts.Ffn, experts.Count);
            Expert(layer, "ffn_up_exps.bias", experts.Ffn, experts.Count);
            Expert(layer, "ffn_down_exps.bias", _shape.Hidden, experts.Count);
        }

        if (_traits.RouterBias) Add($"blk.{layer}.exp_probs_b.bias", TensorRole.FeedForward, layer, experts.Count);
        if (experts.SharedFfn <= 0) return;
        AddFeedForward(layer, "_shexp", experts.SharedFfn);
        if (_traits.SharedExpertGate) Add($"blk.{layer}.ffn_gate_inp_shexp.weight", TensorRole.FeedForward, layer, _shape.Hidden);
    }

    private void AddFeedForward(int layer, string suffix, long width)
    {
        if (width <= 0) return;
        if (!_traits.FusedGateUp && _shape.GatedFfn)
            Add($"blk.{layer}.ffn_gate{suffix}.weight", TensorRole.FeedForward, layer, _shape.Hidden, width);
        Add($"blk.{layer}.ffn_up{suffix}.weight", TensorRole.FeedForward, layer, _shape.Hidden, _traits.FusedGateUp ? 2 * width : width);
        Add($"blk.{layer}.ffn_down{suffix}.weight", TensorRole.FeedForward, layer, width, _shape.Hidden);
    }

    private void AddNorm(int layer, string name, long width) => Attention(layer, name + ".weight", width);

    private void Attention(int layer, string name, params ReadOnlySpan<long> dimensions) =>
        Add($"blk.{layer}.{name}", TensorRole.Attention, layer, dimensions);

    private void Expert(int layer, string name, params ReadOnlySpan<long> dimensions) =>
        Add($"blk.{layer}.{name}", TensorRole.Experts, layer, dimensions);

    private void Add(string name, TensorRole role, int? layer, params ReadOnlySpan<long> dimensions) =>
        _tensors.Add(new TensorShape(name, role, layer, [.. dimensions]));
}
