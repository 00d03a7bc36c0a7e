using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Tests.Tensors;

/// <summary>Plans against sizes that llama-bench prints for real files (public llama.cpp benchmark logs).</summary>
public sealed class TensorPlanTests
{
    private static readonly TestCaseData[] PublishedSizes =
    [
        new(TestModels.Llama2_7B, "f16", 12.55), new(TestModels.Llama2_7B, "q4_0", 3.56), new(TestModels.Llama2_7B, "q4_k_m", 3.80),
        new(TestModels.Llama1_13B, "q4_0", 6.86), new(TestModels.Llama1_13B, "q4_k_m", 7.33), new(TestModels.Llama1_13B, "f16", 24.24),
        new(TestModels.Llama1_30B, "q4_0", 17.09), new(TestModels.Llama1_30B, "f16", 60.59), new(TestModels.Llama1_65B, "q4_0", 34.27),
        new(TestModels.Llama2_70B, "q4_0", 36.20), new(TestModels.Llama3_70B, "q4_k_m", 39.59), new(TestModels.Llama3_70B, "f16", 131.42),
        new(TestModels.Llama31_8B, "bf16", 14.96), new(TestModels.Llama31_8B, "iq2_m", 2.74), new(TestModels.Llama31_8B, "iq2_xs", 2.42),
        new(TestModels.Llama31_8B, "iq2_xxs", 2.23), new(TestModels.Llama31_8B, "iq3_s", 3.42), new(TestModels.Llama31_8B, "iq3_xxs", 3.04),
        new(TestModels.Llama31_8B, "iq4_nl", 4.35), new(TestModels.Llama31_8B, "iq4_xs", 4.13), new(TestModels.Llama31_8B, "q2_k_s", 2.78),
        new(TestModels.Llama31_8B, "q3_k_s", 3.41), new(TestModels.Llama31_8B, "q4_0", 4.35), new(TestModels.Llama31_8B, "q4_k_m", 4.58),
        new(TestModels.Llama31_8B, "q4_k_s", 4.36), new(TestModels.Llama31_8B, "q5_0", 5.22), new(TestModels.Llama31_8B, "q5_k_s", 5.21),
        new(TestModels.Llama31_8B, "q6_k", 6.14), new(TestModels.Llama31_8B, "q8_0", 7.95), new(TestModels.Llama32_3B, "q4_k_m", 1.87),
        new(TestModels.Phi4, "q4_k_m", 8.43), new(TestModels.Phi4, "q6_k", 11.2),
        new(TestModels.Phi4, "q8_0", 14.51), new(TestModels.DistillQwen7B, "q4_k_m", 4.36), new(TestModels.GptOss20B, "mxfp4", 11.27),
        new(TestModels.GptOss120B, "mxfp4", 59.02), new(TestModels.Qwen3_30B_A3B, "q4_k_m", 17.28), new(TestModels.Mixtral8x7B, "q4_k_m", 26.49),
    ];

    [TestCaseSource(nameof(PublishedSizes))]
    public void Size_OfPublishedFile_IsWithinHalfAPercent(LlmModel model, string quant, double gibibytes)
    {
        var plan = TensorPlan.For(model, TestModels.Quant(quant));
        // Published figures are rounded to 10 MiB.
        Assert.That(plan.Size.GiB, Is.EqualTo(gibibytes).Within((0.005 * gibibytes) + 0.005));
    }

    [Test]
    public void Elements_OfEveryTestModel_AreItsParameters([ValueSource(typeof(TestModels), nameof(TestModels.All))] LlmModel model)
    {
        var plan = TensorPlan.For(model, TestModels.Quant("q8_0"));
        Assert.That(plan.Elements, Is.EqualTo(model.Parameters).Within(1).Percent);
    }

    [Test]
    public void Names_OfDenseLlama_AreThoseOfLlamaCpp()
    {
        var plan = TensorPlan.For(TestModels.Llama2_7B, TestModels.Quant("q4_0"));
        var lastLayer = plan.Tensors.Where(t => t.Layer == 31).Select(t => $"{t.Name} {t.Type} {string.Join('x', t.Dimensions)}");
        Assert.That(lastLayer, Is.EqualTo(new[]
        {
            "blk.31.attn_norm.weight f32 4096", "blk.31.attn_q.weight q4_0 4096x4096", "blk.31.attn_k.weight q4_0 4096x4096",
            "blk.31.attn_v.weight q4_0 4096x4096", "blk.31.attn_output.weight q4_0 4096x4096", "blk.31.ffn_norm.weight f32 4096",
            "blk.31.ffn_gate.weight q4_0 4096x11008", "blk.31.ffn_up.weight q4_0 4096x11008", "blk.31.ffn_down.weight q4_0 11008x4096",
        }));
        Assert.That(plan.Tensors.Single(t => t.Name == "output.weight").Type.Name, Is.EqualTo("q6_k"));
        Assert.That(plan.IsExact, Is.True);
    }

    [Test]
    public void Types_OfQ4KM_FollowTheMoreBitsRule()
    {
        var plan = TensorPlan.For(TestModels.Llama31_8B, TestModels.Quant("q4_k_m"));
        var six = plan.Tensors.Where(t => t.Name.EndsWith("ffn_down.weight") && t.Type.Name == "q6_k").Select(t => t.Layer!.Value);
        Assert.That(six, Is.EqualTo(new[] { 0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31 }));
    }

    [Test]
    public void Plan_OfHybrid_IsMarkedInexactAndKeepsTheTotal()
    {
        var plan = TensorPlan.For(TestModels.Qwen3Next, TestModels.Quant("q4_k_m"));
        Assert.That(plan.IsExact, Is.False);
        Assert.That(plan.Elements, Is.EqualTo(TestModels.Qwen3Next.Parameters).Within(0.5).Percent);
    }
}
