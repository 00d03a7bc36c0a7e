using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tests.Systems;

/// <summary>The link of a drive's socket while a model is loaded.</summary>
public sealed class LoadTimeTests
{
    [Test]
    public void Load_ThroughAnOldSocket_ReachesThePayloadOfTheLink()
    {
        // The drive reads 7.45 · 0.75 = 5.59 GB/s; four lanes of PCIe 3.0 carry 4 · 0.985 · 0.8 (payload) = 3.152 GB/s.
        var drive = TestRigs.Nvme with { Pcie = new PcieLink(3, 4) };
        var quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0");
        var forecast = TestRigs.Forecaster.Predict(new Rig { Gpus = [TestRigs.Rtx3090], Ssds = [drive] }, quest);
        var expected = (forecast.Memory!.Weights.Count / 3.152e9) + TestRigs.Calibration.Load.Fixed.Seconds;
        Assert.That(forecast.Load!.Value.Seconds, Is.EqualTo(expected).Within(0.001));
    }
}
