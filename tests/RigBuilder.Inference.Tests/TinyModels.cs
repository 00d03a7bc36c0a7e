using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Inference.Tests;

/// <summary>Tiny shapes of every architecture, and the quantisations tests use.</summary>
public static class TinyModels
{
    public static Quant Quant(string id, string type, string? output = null) => new()
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        BitsPerWeight = 4.5,
        Type = type,
        OutputType = output,
        NominalBits = 4,
    };

    public static Quant Q4_0 { get; } = Quant("q4_0", "q4_0", "q6_k");

    public static Quant Q4_K_M { get; } = Quant("q4_k_m", "q4_k", "q6_k");

    public static Quant F16 { get; } = Quant("f16", "f16");

    public static LlmModel Llama(int layers = 2, int hidden = 256, int heads = 4, int kvHeads = 2, int ffn = 512, int vocab = 1000) =>
        Model("llama", new ModelShape
        {
            Layers = layers,
            Hidden = hidden,
            Heads = heads,
            KvHeads = kvHeads,
            HeadDim = hidden / heads,
            Ffn = ffn,
            Vocab = vocab,
        });

    public static LlmModel Of(string architecture)
    {
        var shape = new ModelShape { Layers = 4, Hidden = 256, Heads = 4, KvHeads = 2, HeadDim = 64, Ffn = 512, Vocab = 1000 };
        return Model(architecture, architecture switch
        {
            "qwen2moe" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 256, 256) },
            "qwen3moe" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 256) },
            "mixtral" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 512) },
            "gpt-oss" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 256), SlidingWindow = new SlidingWindow(128, 2) },
            "dots1" => shape with { KvHeads = 4, Experts = new ExpertShape(8, 2, 256, 256, 1) },
            "glm4moe" => shape with { Experts = new ExpertShape(8, 2, 256, 256, 1) },
            "hunyuan-moe" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 256, 256) },
            "minimax-m2" => shape with { Ffn = 0, Experts = new ExpertShape(8, 2, 256) },
            "llama4" => shape with { Experts = new ExpertShape(8, 1, 256, 256, 0, 2), SlidingWindow = new SlidingWindow(8192, 1) },
            "gemma2" or "gemma3" => shape with { TiedEmbeddings = true, SlidingWindow = new SlidingWindow(512, 2) },
            "cohere2" => shape with { TiedEmbeddings = true, SlidingWindow = new SlidingWindow(512, 1) },
            "command-r" => shape with { TiedEmbeddings = true },
            "deepseek2" => shape with
            {
                KvHeads = 4,
                HeadDim = 96,
                Latent = new LatentAttention(256, 32, 128, 64, 64),
                Experts = new ExpertShape(8, 2, 256, 256, 1),
            },
            _ => shape,
        });
    }

    private static LlmModel Model(string architecture, ModelShape shape)
    {
        var model = new LlmModel
        {
            Id = $"tiny-{architecture}",
            Name = $"Tiny {architecture}",
            Family = "Test",
            Architecture = architecture == "mixtral" ? "llama" : architecture,
            Parameters = 1,
            ActiveParameters = 1,
            TrainedContext = 4096,
            Shape = shape,
        };
        var elements = (double)TensorPlan.For(model, F16).Elements;
        return model with { Parameters = elements, ActiveParameters = elements };
    }
}
