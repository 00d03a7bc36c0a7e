using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Turns the head of a model file into shape and quantisation. Refuses what would make llama.cpp abort (no or absurdly many
/// layers) before it sees the file.
/// </summary>
public static class GgufModelReader
{
    private const int MaxLayers = 1024;
    private const int MaxWidth = 1 << 20;
    private const int MaxVocabulary = 1 << 24;

    /// <summary>Reads a file.</summary>
    public static Attempt<GgufModel> Read(string path)
    {
        var file = GgufReader.Read(path);
        return file.Succeeded ? Of(file.Value) : Attempt<GgufModel>.Failed(file.Diagnostics);
    }

    /// <summary>
    /// Reads a file to predict for, all shards of a split one: architectures that cannot be run here are taken too, by the keys that
    /// all of llama.cpp's have in common.
    /// </summary>
    public static Attempt<GgufModel> ReadAny(string path)
    {
        var file = GgufShards.Read(path);
        return file.Succeeded ? Of(file.Value, anyArchitecture: true) : Attempt<GgufModel>.Failed(file.Diagnostics);
    }

    /// <summary>Interprets a head that was read.</summary>
    /// <param name="file">The head.</param>
    /// <param name="anyArchitecture">Whether architectures that cannot be run here are taken.</param>
    public static Attempt<GgufModel> Of(GgufFile file, bool anyArchitecture = false)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var architecture = file.Architecture ?? "";
        var known = ModelMetadata.Architectures.Contains(architecture);
        if (!known && !(anyArchitecture && IsName(architecture))) return Attempt<GgufModel>.Failed(UnknownArchitecture(file, anyArchitecture));
        int Required(string key, int most) => Whole(file, problems, key, 1, most, null);
        int Optional(string key, int most, int otherwise) => Whole(file, problems, key, 0, most, otherwise);
        var layers = Required("block_count", MaxLayers);
        var hidden = Required("embedding_length", MaxWidth);
        var heads = Required("attention.head_count", MaxWidth);
        var shape = new ModelShape
        {
            Layers = layers,
            Hidden = hidden,
            Heads = heads,
            KvHeads = Optional("attention.head_count_kv", MaxWidth, heads),
            HeadDim = Optional("attention.key_length_swa", MaxWidth, Optional("attention.key_length", MaxWidth, heads > 0 ? hidden / heads : 0)),
            Ffn = Optional("feed_forward_length", MaxWidth, 0),
            Vocab = Vocabulary(file, problems),
            TiedEmbeddings = !file.Tensors.Any(t => t.Name == "output.weight"),
            Experts = Experts(Optional),
            SlidingWindow = GgufLayers.Window(file, layers, Optional),
            Latent = Latent(file, Optional),
            Recurrent = GgufLayers.Recurrent(file, layers, Optional),
        };
        if (shape.Experts is { } experts && architecture is not ("glm4moe" or "dots1" or "deepseek2" or "llama4") && (known || experts.DenseFirstLayers == 0)) shape = shape with { Ffn = 0 };
        CheckBlocks(file, layers, problems);
        if (problems.Count == 0) problems.AddRange(ShapeCheck.Problems(file, shape, known));
        return problems.Count > 0
            ? Attempt<GgufModel>.Failed(problems.ToImmutable())
            : Attempt<GgufModel>.Of(Describe(file, shape, Optional("context_length", int.MaxValue, 4096)));
    }

    private static GgufModel Describe(GgufFile file, ModelShape shape, int context)
    {
        double elements = file.Tensors.Sum(t => (double)t.Elements), bytes = file.Tensors.Sum(t => (double)t.Size.Count);
        var experts = file.Tensors.Where(t => t.Name.Contains("_exps", StringComparison.Ordinal)).Sum(t => (double)t.Elements);
        var idle = shape.Experts is { } e ? experts * (1 - ((double)e.Used / Math.Max(1, e.Count))) : 0;
        var type = file.Tensors.GroupBy(t => t.Type).OrderByDescending(g => g.Sum(t => (double)t.Size.Count)).First().Key;
        var id = (file.Number("general.file_type") is { } number and >= 0 and < 1000 ? FileTypes.QuantId((int)number) : null) ?? type.Name;
        var stem = ForeignText.Clean(Path.GetFileNameWithoutExtension(file.Path));
        var quant = new Quant
        {
            Id = id,
            Name = id.ToUpperInvariant(),
            BitsPerWeight = 8 * bytes / Math.Max(1, elements),
            Type = type.Name,
            OutputType = file.Tensors.FirstOrDefault(t => t.Name == "output.weight")?.Type.Name,
            NominalBits = Math.Clamp(Math.Round(type.BitsPerElement), 1, 32),
        };
        var model = new LlmModel
        {
            Id = stem,
            Name = ForeignText.Clean(file.Text("general.name") ?? "") is { Length: > 0 } name ? name : stem,
            Family = file.Architecture!,
            Architecture = file.Architecture!,
            Parameters = Math.Max(1, elements),
            ActiveParameters = Math.Max(1, elements - idle),
            TrainedContext = Math.Max(1, context),
            Shape = shape,
            FileSizes = ImmutableDictionary<string, Domain.Units.Bytes>.Empty.Add(quant.Id, file.Length),
            Source = file.Path,
        };
        return new GgufModel(model, quant, file);
    }

    private static int Whole(GgufFile file, ImmutableArray<Diagnostic>.Builder problems, string key, int least, int most, int? otherwise)
    {
        if (file.Hyper(key) is not { } number)
        {
            if (otherwise is { } value) return value;
            problems.Add(InferenceDiagnostics.Gguf("RB5108", file.Path, $"'{file.Architecture}.{key}' is missing"));
            return least;
        }

        if (number >= least && number <= most && number == Math.Floor(number)) return (int)number;
        problems.Add(InferenceDiagnostics.Gguf("RB5108", file.Path, $"'{file.Architecture}.{key}' is {number:R}; {least} to {most} can be"));
        return least;
    }

    private static int Vocabulary(GgufFile file, ImmutableArray<Diagnostic>.Builder problems)
    {
        var embeddings = file.Tensors.FirstOrDefault(t => t.Name == "token_embd.weight");
        if (embeddings is { Dimensions: [_, var rows] } && rows <= MaxVocabulary) return (int)rows;
        problems.Add(InferenceDiagnostics.Gguf("RB5108", file.Path, embeddings is null ? "it has no token embeddings" : "its token embeddings have an odd shape"));
        return 1;
    }

    private static ExpertShape? Experts(Func<string, int, int, int> optional)
    {
        var count = optional("expert_count", 65_536, 0);
        if (count <= 1) return null;
        var ffn = optional("expert_feed_forward_length", MaxWidth, optional("feed_forward_length", MaxWidth, 1));
        var shared = optional("expert_shared_feed_forward_length", MaxWidth, ffn * Math.Min(64, optional("expert_shared_count", 64, 0)));
        return new ExpertShape(
            count, Math.Max(1, optional("expert_used_count", count, 1)), ffn, shared, optional("leading_dense_block_count", MaxLayers, 0),
            Math.Max(1, optional("interleave_moe_layer_step", MaxLayers, 1)));
    }

    private static LatentAttention? Latent(GgufFile file, Func<string, int, int, int> optional)
    {
        var rank = optional("attention.kv_lora_rank", MaxWidth, 0);
        if (file.Architecture != "deepseek2" || rank == 0) return null;
        var rope = optional("rope.dimension_count", MaxWidth, 64);
        return new LatentAttention(
            rank, rope, optional("attention.q_lora_rank", MaxWidth, 0), Math.Max(1, optional("attention.key_length_mla", MaxWidth, 192) - rope),
            optional("attention.value_length_mla", MaxWidth, 128));
    }

    private static void CheckBlocks(GgufFile file, int layers, ImmutableArray<Diagnostic>.Builder problems)
    {
        var last = $"blk.{layers - 1}.";
        if (problems.Count == 0 && !file.Tensors.Any(t => t.Name.StartsWith(last, StringComparison.Ordinal)))
            problems.Add(InferenceDiagnostics.Gguf("RB5108", file.Path, $"it claims {layers} layers but holds no tensor of layer {layers}"));
    }

    // What llama.cpp calls architectures: letters and digits with hyphens and underscores between them.
    private static bool IsName(string architecture) => architecture.Length is > 0 and <= 40 && architecture.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static Diagnostic UnknownArchitecture(GgufFile file, bool any) =>
        InferenceDiagnostics.Gguf("RB5107", file.Path, file.Architecture is { } name ? $"the architecture '{ForeignText.Clean(name)}' is {(any ? "no name of one" : "not known")}" : "it names no architecture") with
        {
            Help = any ? "side files (mmproj, imatrix) are no models; name the model's own file" : $"known are {string.Join(", ", ModelMetadata.Architectures)}",
        };
}
