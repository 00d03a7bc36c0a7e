using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Configs;

/// <summary>
/// Reads a model's config.json as Hugging Face repositories have it. It holds the shape and no weights: the parameters are counted from
/// the shape. All keys that are missing are named at once.
/// </summary>
public static class ModelConfigReader
{
    private const int MostBytes = 16 * 1024 * 1024;

    // transformers' model_type and llama.cpp's architecture (convert_hf_to_gguf.py).
    private static readonly FrozenDictionary<string, string> Architectures = new Dictionary<string, string>
    {
        ["llama"] = "llama",
        ["mistral"] = "llama",
        ["mixtral"] = "llama",
        ["mistral3"] = "mistral3",
        ["ministral3"] = "mistral3",
        ["mistral4"] = "mistral4",
        ["llama4"] = "llama4",
        ["llama4_text"] = "llama4",
        ["qwen2"] = "qwen2",
        ["qwen2_moe"] = "qwen2moe",
        ["qwen3"] = "qwen3",
        ["qwen3_moe"] = "qwen3moe",
        ["qwen3_next"] = "qwen3next",
        ["qwen3_vl_text"] = "qwen3vl",
        ["qwen3_vl_moe_text"] = "qwen3vlmoe",
        ["qwen3_5_text"] = "qwen35",
        ["qwen3_5"] = "qwen35",
        ["qwen3_5_moe_text"] = "qwen35moe",
        ["qwen3_5_moe"] = "qwen35moe",
        ["phi3"] = "phi3",
        ["gemma2"] = "gemma2",
        ["gemma3"] = "gemma3",
        ["gemma3_text"] = "gemma3",
        ["gemma4"] = "gemma4",
        ["gemma4_text"] = "gemma4",
        ["glm4"] = "glm4",
        ["glm4_moe"] = "glm4moe",
        ["cohere"] = "command-r",
        ["cohere2"] = "cohere2",
        ["gpt_oss"] = "gpt-oss",
        ["deepseek_v2"] = "deepseek2",
        ["deepseek_v3"] = "deepseek2",
        ["kimi_k2"] = "deepseek2",
        ["glm4_moe_lite"] = "deepseek2",
        ["hunyuan_v1_moe"] = "hunyuan-moe",
        ["dots1"] = "dots1",
        ["minimax_m2"] = "minimax-m2",
        ["lfm2"] = "lfm2",
        ["lfm2_moe"] = "lfm2moe",
        ["granite"] = "granite",
        ["granitemoehybrid"] = "granitehybrid",
        ["olmo2"] = "olmo2",
        ["olmo3"] = "olmo2",
        ["smollm3"] = "smollm3",
        ["seed_oss"] = "seed_oss",
        ["ernie4_5_moe"] = "ernie4_5-moe",
        ["exaone4"] = "exaone4",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Quant Unquantised = new() { Id = "f16", Name = "F16", BitsPerWeight = 16, Type = "f16", NominalBits = 16 };

    /// <summary>Reads a file.</summary>
    public static Attempt<LlmModel> Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path)) return Failed("RB5110", path, $"'{path}' is a folder; name the config.json in it");
            if (!file.Exists) return Failed("RB5110", path, $"there is no file '{path}'");
            if (file.Length is 0 or > MostBytes) return Failed("RB5110", path, file.Length == 0 ? "the file is empty, or no regular file" : $"the file has {file.Length} bytes; a config.json has a few thousand");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Of(document.RootElement, path);
        }
        catch (JsonException e)
        {
            var at = new SourceLocation(path, (int)Math.Min(int.MaxValue, (e.LineNumber ?? 0) + 1), (int)Math.Min(int.MaxValue, (e.BytePositionInLine ?? 0) + 1));
            return Attempt<LlmModel>.Failed(new Diagnostic("RB5110", DiagnosticSeverity.Error, at, "this is not JSON") { Help = "fetch the model's config.json again" });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed("RB5110", path, $"'{path}' cannot be read: {e.Message.TrimEnd('.')}");
        }
    }

    private static Attempt<LlmModel> Of(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object) return Failed("RB5110", path, "this is no config of a model: it holds no object");
        var keys = new ConfigKeys(root);
        if (keys.Switch("is_encoder_decoder") == true) return Failed("RB5112", path, "the model is an encoder with a decoder; rigs are planned for models that are decoders alone");
        var (shape, recurrent) = ConfigShape.Of(keys);
        var context = keys.Required(int.MaxValue, "max_position_embeddings", "n_positions", "max_seq_len", "seq_length", "model_max_length");
        var type = keys.Text("model_type");
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<string> missing = type is null ? [.. keys.Missing, "model_type"] : keys.Missing;
        if (!missing.IsEmpty)
        {
            problems.Add(Problem("RB5111", path, $"{(missing.Length == 1 ? "a key is" : $"{missing.Length} keys are")} missing: {string.Join(", ", missing.Distinct())}") with
            {
                Help = "take the config.json of the model's own repository; one of an adapter, a tokenizer or a pipeline has no shape",
            });
        }

        problems.AddRange(keys.Absurd.Distinct().Select(a => Problem("RB5112", path, a)));
        if (problems.Count == 0) problems.AddRange(ShapeCheck.Absurdities(shape).Select(a => Problem("RB5112", path, a)));
        if (problems.Count == 0 && (shape.Layers < 1 || shape.Hidden < 1 || shape.Heads < 1 || shape.KvHeads < 1 || shape.Vocab < 1 || context < 1 || (shape.Ffn < 1 && shape.Experts is null)))
            problems.Add(Problem("RB5112", path, "layers, width, heads, vocabulary and context must be 1 at least"));
        return problems.Count > 0 ? Attempt<LlmModel>.Failed(problems.ToImmutable()) : Attempt<LlmModel>.Of(Model(path, keys, type!, shape, recurrent, context));
    }

    private static LlmModel Model(string path, ConfigKeys keys, string type, ModelShape shape, double recurrent, int context)
    {
        var full = Path.GetFullPath(path);
        var stem = Path.GetFileNameWithoutExtension(full);
        var name = keys.Text("_name_or_path") is { Length: > 0 } published ? published.Split('/', '\\')[^1] : "config".Equals(stem, StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(Path.GetDirectoryName(full)) : stem;
        name = ForeignText.Clean(name ?? "") is { Length: > 0 } clean ? clean : stem;
        var known = Architectures.GetValueOrDefault(type);
        var model = new LlmModel
        {
            Id = name,
            Name = name,
            Family = ForeignText.Clean(type),
            Architecture = known ?? ForeignText.Clean(type),
            Parameters = 1,
            ActiveParameters = 1,
            TrainedContext = context,
            Shape = shape,
            Guessed = known is null,
            Source = path,
        };
        var total = TensorPlan.For(model, Unquantised).Elements + recurrent;
        return model with { Parameters = total, ActiveParameters = Math.Max(1, total - Idle(shape)) };
    }

    // Experts that a token does not use.
    private static double Idle(ModelShape shape)
    {
        if (shape.Experts is not { } e) return 0;
        var layers = Enumerable.Range(0, shape.Layers).Count(l => l >= e.DenseFirstLayers && (l + 1) % e.EveryNth == 0);
        return 3.0 * layers * shape.Hidden * e.Ffn * (e.Count - e.Used);
    }

    private static Attempt<LlmModel> Failed(string code, string path, string message) => Attempt<LlmModel>.Failed(Problem(code, path, message));

    private static Diagnostic Problem(string code, string path, string message) => InferenceDiagnostics.Gguf(code, path, ForeignText.Steerless(message));
}
