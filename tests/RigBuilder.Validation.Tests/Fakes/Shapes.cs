using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>Small models and the quantisations tests use.</summary>
public static class Shapes
{
    public static Quant Quant(string id, string type, string? output = null) =>
        new() { Id = id, Name = id.ToUpperInvariant(), BitsPerWeight = 4.5, Type = type, OutputType = output, NominalBits = 4 };

    public static Quant Q4_0 { get; } = Quant("q4_0", "q4_0", "q6_k");

    public static Quant Q4_K_M { get; } = Quant("q4_k_m", "q4_k", "q6_k");

    public static LlmModel Llama(int layers = 16, int hidden = 256, int heads = 4, int kvHeads = 4, int ffn = 512, int vocab = 1000, string architecture = "llama")
    {
        var shape = new ModelShape
        {
            Layers = layers,
            Hidden = hidden,
            Heads = heads,
            KvHeads = kvHeads,
            HeadDim = hidden / heads,
            Ffn = ffn,
            Vocab = vocab,
        };
        var model = new LlmModel
        {
            Id = $"small-{architecture}",
            Name = $"Small {architecture}",
            Family = "Test",
            Architecture = architecture,
            Parameters = 1,
            ActiveParameters = 1,
            TrainedContext = 4096,
            Shape = shape,
        };
        var elements = (double)TensorPlan.For(model, Q4_0).Elements;
        return model with { Parameters = elements, ActiveParameters = elements };
    }

    public static Quest Quest(LlmModel? model = null, int context = 2048) => new() { Model = model ?? Llama(), Quant = Q4_0, Context = context };
}
