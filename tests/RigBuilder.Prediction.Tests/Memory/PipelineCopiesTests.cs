using RigBuilder.Domain.Rigs;

namespace RigBuilder.Prediction.Tests.Memory;

/// <summary>Copies of a batch's inputs that several cards keep to work ahead.</summary>
public sealed class PipelineCopiesTests
{
    [Test]
    public void TwoCards_EachKeepThreeFurtherCopiesOfTheInputs()
    {
        // llama.cpp's scheduler has GGML_SCHED_MAX_COPIES = 4, the first of which is part of the graph's buffer.
        // Inputs: 512 tokens · 4,096 wide · 4 B = 8 MiB; mask: 512 · 4,096 cells · 2 B = 4 MiB.
        var quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0", 4096);
        var one = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090] }, quest).Memory!.PerDevice[0].Compute;
        var two = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rtx3090] }, quest).Memory!.PerDevice;
        Assert.That(two.Where(d => d.IsGpu).Select(d => (d.Compute - one).MiB), Is.EqualTo(new[] { 36.0, 36.0 }).Within(0.01));
    }
}
