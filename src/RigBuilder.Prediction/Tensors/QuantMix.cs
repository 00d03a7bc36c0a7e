using RigBuilder.Domain.Models;

namespace RigBuilder.Prediction.Tensors;

/// <summary>
/// Chooses a tensor's type the way llama.cpp's quantize tool does (<c>llama-quant.cpp</c>, llama_tensor_get_type): the file type
/// gives the base type; output, embeddings, values, feed-forward outputs and a few others get more bits. IQ recipes are
/// taken as made with an importance matrix (published ones are), all others as made without.
/// </summary>
internal sealed class QuantMix
{
    private readonly LlmModel _model;
    private readonly string _recipe;
    private readonly GgmlType _base;
    private readonly GgmlType? _output;
    private readonly bool _wideGroups;
    private readonly bool _eightExperts;
    private readonly bool _seventyB;
    private readonly bool _nativeMxfp4;

    public QuantMix(LlmModel model, Quant quant)
    {
        _model = model;
        _recipe = BaseRecipe(quant.Id);
        _base = BaseType(_recipe) ?? GgmlType.Find(quant.Type) ?? GgmlType.F16;
        _output = quant.OutputType is { } output ? GgmlType.Find(output) : null;
        var shape = model.Shape;
        _wideGroups = shape.Heads >= 4 * Math.Max(1, shape.KvHeads) || shape.Experts is { Count: >= 4 } && IsTwoBit;
        _eightExperts = shape.Experts?.Count == 8;
        _seventyB = model.Architecture is "llama" or "qwen2" && shape.Layers == 80 && shape.Heads != shape.KvHeads;
        _nativeMxfp4 = LayoutTraits.Of(model).NativeMxfp4Experts;
    }

    private bool IsTwoBit => _recipe is "iq2_xxs" or "iq2_xs" or "iq2_s" or "iq2_m" or "iq1_s" or "iq1_m";

    /// <summary>The type of one tensor.</summary>
    public GgmlType TypeOf(TensorShape tensor)
    {
        if (tensor.StaysFloat || tensor.Name.EndsWith(".bias", StringComparison.Ordinal)) return GgmlType.F32;
        if (_nativeMxfp4 && tensor.Role == TensorRole.Experts) return GgmlType.Mxfp4;
        if (_base.BlockElements == 1) return _base;
        var wished = tensor.Name switch
        {
            "output.weight" => Output(),
            "token_embd.weight" => _model.Shape.TiedEmbeddings ? Output() : Embedding(),
            _ when _recipe == "mxfp4" => tensor.Role == TensorRole.Experts ? GgmlType.Mxfp4 : GgmlType.Q8_0,
            _ => Inner(tensor.Name, tensor.Layer ?? 0),
        };
        return Fitting(wished, tensor.Dimensions[0]);
    }

    private static string BaseRecipe(string id)
    {
        // "UD-Q4_K_XL" and its like are per-tensor recipes of their publishers, nearest to the plain mix of the same bits.
        var name = id.ToLowerInvariant().Replace('-', '_');
        if (name.StartsWith("ud_", StringComparison.Ordinal)) name = name[3..];
        return name switch
        {
            "q2_k_xl" => "q2_k",
            "q3_k_xl" => "q3_k_l",
            "q4_k_xl" or "q4_k" => "q4_k_m",
            "q5_k_xl" or "q5_k" => "q5_k_m",
            "q3_k" => "q3_k_m",
            "q6_k_xl" => "q6_k",
            "q8_k_xl" => "q8_0",
            "mxfp4_moe" => "mxfp4",
            _ => name,
        };
    }

    private static GgmlType? BaseType(string recipe) => recipe switch
    {
        "q2_k_s" => GgmlType.Find("q2_k"),
        "q3_k_s" or "q3_k_m" or "q3_k_l" => GgmlType.Find("q3_k"),
        "q4_k_s" or "q4_k_m" => GgmlType.Find("q4_k"),
        "q5_k_s" or "q5_k_m" => GgmlType.Find("q5_k"),
        "iq2_s" => GgmlType.Find("iq2_xs"),
        "iq2_m" => GgmlType.Find("iq2_s"),
        "iq3_xs" or "iq3_m" => GgmlType.Find("iq3_s"),
        _ => GgmlType.Find(recipe),
    };

    private static GgmlType T(string name) => GgmlType.Find(name)!;

    private GgmlType Output()
    {
        if (_output is not null) return _output;
        if (_recipe is "mxfp4" or "q8_0") return GgmlType.Q8_0;
        return IsTwoBit || _recipe == "iq3_xxs" ? T("q5_k") : T("q6_k");
    }

    private GgmlType Embedding() => _recipe switch
    {
        "iq2_xxs" or "iq2_xs" or "iq1_s" or "iq1_m" => T("q2_k"),
        "iq2_s" or "iq2_m" or "iq3_xxs" => T("iq3_s"),
        "tq1_0" or "tq2_0" => T("q4_k"),
        "mxfp4" => GgmlType.Q8_0,
        _ => _base,
    };

    private GgmlType Inner(string name, int layer)
    {
        if (name.EndsWith("attn_v.weight", StringComparison.Ordinal)) return Value(layer);
        if (name.EndsWith("attn_k.weight", StringComparison.Ordinal)) return Key();
        if (name.EndsWith("attn_q.weight", StringComparison.Ordinal)) return Query();
        if (name.EndsWith("attn_output.weight", StringComparison.Ordinal)) return AttentionOutput();
        if (name.EndsWith("attn_qkv.weight", StringComparison.Ordinal)) return FusedQkv();
        if (name.Contains("ffn_down", StringComparison.Ordinal)) return Down(layer);
        var middle = layer >= _model.Shape.Layers / 8 && layer < 7 * _model.Shape.Layers / 8;
        return _recipe == "iq3_xs" && middle && name.Contains("ffn_", StringComparison.Ordinal) ? T("iq3_xxs") : _base;
    }

    private GgmlType Value(int layer)
    {
        if (IsTwoBit) return _wideGroups ? T("q4_k") : _recipe is "iq2_s" or "iq2_m" ? T("iq3_s") : T("q2_k");
        if (_eightExperts) return GgmlType.Q8_0;
        var type = _recipe switch
        {
            "q2_k" => _wideGroups ? T("q4_k") : T("q3_k"),
            "q2_k_s" or "iq3_xxs" or "iq3_xs" or "iq3_s" when _wideGroups => T("q4_k"),
            "iq3_m" => T("q4_k"),
            "q3_k_m" => layer < 2 ? T("q5_k") : T("q4_k"),
            "q3_k_l" => T("q5_k"),
            "iq4_nl" or "iq4_xs" when _wideGroups => T("q5_k"),
            "q4_k_m" or "q5_k_m" when MoreBits(layer) => T("q6_k"),
            "q4_k_s" when layer < 4 => T("q5_k"),
            _ => _base,
        };
        return _seventyB && type.Name is ("q3_k" or "q4_k") ? T("q5_k") : type;
    }

    private GgmlType Key() => _recipe switch
    {
        _ when _eightExperts => IsTwoBit ? T("q4_k") : GgmlType.Q8_0,
        "iq3_xs" => T("iq3_xxs"),
        "iq3_xxs" => T("iq2_s"),
        _ => _base,
    };

    private GgmlType Query() => _recipe switch
    {
        "iq3_xs" => T("iq3_xxs"),
        "iq3_xxs" => T("iq2_s"),
        _ => _base,
    };

    private GgmlType AttentionOutput()
    {
        if (_eightExperts)
            return _base.BitsPerElement < 5 && _recipe is not ("q4_0" or "q4_1") && _recipe[0] is 'q' or 'i' ? T("q5_k") : _base;
        return _recipe switch
        {
            "iq1_s" or "iq1_m" => T("iq2_xxs"),
            "iq2_s" or "iq2_m" or "iq3_xxs" => T("iq3_s"),
            "q2_k" => T("q3_k"),
            "q3_k_m" or "iq3_m" => T("q4_k"),
            "q3_k_l" => T("q5_k"),
            _ => _base,
        };
    }

    private GgmlType FusedQkv() => _recipe switch
    {
        "q3_k_m" or "q3_k_l" or "iq3_m" => T("q4_k"),
        "q4_k_m" => T("q5_k"),
        "q5_k_m" => T("q6_k"),
        _ => _base,
    };

    private GgmlType Down(int layer)
    {
        var layers = _model.Shape.Layers;
        var early = layer < layers / 8;
        return _recipe switch
        {
            "iq2_s" or "iq2_m" when early => T("iq3_s"),
            _ when IsTwoBit && early => T("q2_k"),
            "q2_k" => T("q3_k"),
            "q2_k_s" when early => T("q4_k"),
            "q3_k_m" => layer < layers / 16 ? T("q5_k") : T("q4_k"),
            "q3_k_l" => T("q5_k"),
            "iq3_m" when early || (_eightExperts && MoreBits(layer)) => T("q4_k"),
            "q4_k_m" or "q5_k_m" when MoreBits(layer) => T("q6_k"),
            "q4_k_s" when early => T("q5_k"),
            _ => _base,
        };
    }

    private bool MoreBits(int layer)
    {
        var layers = _model.Shape.Layers;
        return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - (layers / 8)) % 3 == 2;
    }

    /// <summary>Rows that are no multiple of the block size fall back to types with blocks of 32, then to 16 bits.</summary>
    private static GgmlType Fitting(GgmlType type, long row)
    {
        if (row % type.BlockElements == 0) return type;
        var fallback = type.Name switch
        {
            "q4_k" => T("q5_0"),
            "q5_k" => T("q5_1"),
            "q6_k" => GgmlType.Q8_0,
            _ => T("iq4_nl"),
        };
        return row % fallback.BlockElements == 0 ? fallback : GgmlType.F16;
    }
}
