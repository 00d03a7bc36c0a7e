using RigBuilder.Domain.Models;

namespace RigBuilder.Prediction.Tests;

/// <summary>Model shapes (published config.json files) and quants for tests.</summary>
internal static class TestModels
{
    public static LlmModel Llama2_7B { get; } = Dense("llama-2-7b", "llama", 6.738e9, 4096, Shape(32, 4096, 32, 32, 128, 11008, 32000));

    public static LlmModel Llama1_7B { get; } = Llama2_7B with { Id = "llama-7b", Name = "LLaMA 7B", TrainedContext = 2048 };

    public static LlmModel Llama1_13B { get; } = Dense("llama-13b", "llama", 13.016e9, 2048, Shape(40, 5120, 40, 40, 128, 13824, 32000));

    public static LlmModel Llama1_30B { get; } = Dense("llama-30b", "llama", 32.529e9, 2048, Shape(60, 6656, 52, 52, 128, 17920, 32000));

    public static LlmModel Llama1_65B { get; } = Dense("llama-65b", "llama", 65.286e9, 2048, Shape(80, 8192, 64, 64, 128, 22016, 32000));

    public static LlmModel Llama2_70B { get; } = Dense("llama-2-70b", "llama", 68.977e9, 4096, Shape(80, 8192, 64, 8, 128, 28672, 32000));

    public static LlmModel Llama31_8B { get; } = Dense("llama-3.1-8b", "llama", 8.030e9, 131072, Shape(32, 4096, 32, 8, 128, 14336, 128256));

    public static LlmModel Llama3_70B { get; } = Dense("llama-3-70b", "llama", 70.554e9, 8192, Shape(80, 8192, 64, 8, 128, 28672, 128256));

    public static LlmModel Llama32_3B { get; } =
        Dense("llama-3.2-3b", "llama", 3.213e9, 131072, Shape(28, 3072, 24, 8, 128, 8192, 128256) with { TiedEmbeddings = true });

    public static LlmModel Phi4 { get; } = Dense("phi-4", "phi3", 14.660e9, 16384, Shape(40, 5120, 40, 10, 128, 17920, 100352));

    public static LlmModel DistillQwen7B { get; } =
        Dense("deepseek-r1-distill-qwen-7b", "qwen2", 7.616e9, 131072, Shape(28, 3584, 28, 4, 128, 18944, 152064));

    public static LlmModel TinyLlama { get; } = Dense("tinyllama-1.1b", "llama", 1.100e9, 2048, Shape(22, 2048, 32, 4, 64, 5632, 32000));

    public static LlmModel GptOss20B { get; } = Experts(
        "gpt-oss-20b", "gpt-oss", 20.915e9, 3.61e9, 131072,
        Shape(24, 2880, 64, 8, 64, 0, 201088) with { Experts = new ExpertShape(32, 4, 2880), SlidingWindow = new SlidingWindow(128, 12) });

    public static LlmModel GptOss120B { get; } = Experts(
        "gpt-oss-120b", "gpt-oss", 116.829e9, 5.13e9, 131072,
        Shape(36, 2880, 64, 8, 64, 0, 201088) with { Experts = new ExpertShape(128, 4, 2880), SlidingWindow = new SlidingWindow(128, 18) });

    public static LlmModel Qwen3_30B_A3B { get; } = Experts(
        "qwen3-30b-a3b", "qwen3moe", 30.532e9, 3.353e9, 40960,
        Shape(48, 2048, 32, 4, 128, 0, 151936) with { Experts = new ExpertShape(128, 8, 768) });

    public static LlmModel Mixtral8x7B { get; } = Experts(
        "mixtral-8x7b", "llama", 46.703e9, 12.879e9, 32768,
        Shape(32, 4096, 32, 8, 128, 0, 32000) with { Experts = new ExpertShape(8, 2, 14336) });

    public static LlmModel DeepSeekV3 { get; } = Experts(
        "deepseek-v3", "deepseek2", 671.026e9, 37.55e9, 163840,
        Shape(61, 7168, 128, 128, 128, 18432, 129280) with
        {
            Experts = new ExpertShape(256, 8, 2048, 2048, 3),
            Latent = new LatentAttention(512, 64, 1536),
        });

    public static LlmModel Gemma3_27B { get; } = Dense(
        "gemma-3-27b", "gemma3", 27.009e9, 131072,
        Shape(62, 5376, 32, 16, 128, 21504, 262208) with { TiedEmbeddings = true, SlidingWindow = new SlidingWindow(1024, 10) });

    public static LlmModel Qwen3Next { get; } = Experts(
        "qwen3-next-80b-a3b", "qwen3next", 79.7e9, 3.9e9, 262144,
        Shape(48, 2048, 16, 2, 256, 0, 151936) with { Experts = new ExpertShape(512, 10, 512, 512), Recurrent = new RecurrentShape(12, 548864) });

    public static IReadOnlyList<LlmModel> All { get; } =
    [
        Llama2_7B, Llama1_7B, Llama1_13B, Llama1_30B, Llama1_65B, Llama2_70B, Llama31_8B, Llama3_70B, Llama32_3B, Phi4, DistillQwen7B,
        TinyLlama, GptOss20B, GptOss120B, Qwen3_30B_A3B, Mixtral8x7B, DeepSeekV3, Gemma3_27B, Qwen3Next,
    ];

    public static Quant Quant(string id) => new()
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        BitsPerWeight = 4.5,
        Type = Types.GetValueOrDefault(id, id),
        NominalBits = 4,
    };

    private static readonly Dictionary<string, string> Types = new()
    {
        ["q2_k_s"] = "q2_k",
        ["q3_k_s"] = "q3_k",
        ["q3_k_m"] = "q3_k",
        ["q3_k_l"] = "q3_k",
        ["q4_k_s"] = "q4_k",
        ["q4_k_m"] = "q4_k",
        ["q5_k_s"] = "q5_k",
        ["q5_k_m"] = "q5_k",
        ["iq2_m"] = "iq2_s",
        ["iq3_m"] = "iq3_s",
    };

    private static ModelShape Shape(int layers, int hidden, int heads, int kvHeads, int headDim, int ffn, int vocab) => new()
    {
        Layers = layers,
        Hidden = hidden,
        Heads = heads,
        KvHeads = kvHeads,
        HeadDim = headDim,
        Ffn = ffn,
        Vocab = vocab,
    };

    private static LlmModel Dense(string id, string architecture, double parameters, int context, ModelShape shape) =>
        Experts(id, architecture, parameters, parameters, context, shape);

    private static LlmModel Experts(string id, string architecture, double parameters, double active, int context, ModelShape shape) => new()
    {
        Id = id,
        Name = id,
        Family = "test",
        Architecture = architecture,
        Parameters = parameters,
        ActiveParameters = active,
        TrainedContext = context,
        Shape = shape,
    };
}
