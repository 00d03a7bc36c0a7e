using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Prediction.Tests;

/// <summary>Predictions that rest on saved validations.</summary>
public sealed class MeasuredTests
{
    private static readonly Forecaster Formula = TestRigs.Forecaster;
    private static readonly Rig OnCpu = new() { Cpu = TestRigs.I9_10900X, Memory = [TestRigs.Kit(MemoryType.Ddr4, 4, 16, 2933)] };
    private static readonly Rig OnCard = new() { Gpus = [TestRigs.Rtx3090] };

    [Test]
    public void Forecast_OfTheMeasuredModelOnTheMeasuredProcessor_IsWhatWasMeasured()
    {
        var measured = Formula.Measuring(OfCpu(Run(TestModels.Llama2_7B, decode: 0.8, prompt: 2.5)));
        var (formula, found) = (Formula.Probing(new ProbedMemory(Bandwidth)).Predict(OnCpu, SevenB), measured.Predict(OnCpu, SevenB));
        Assert.Multiple(() =>
        {
            Assert.That(found.Decode!.Value / formula.Decode!.Value, Is.EqualTo(0.8).Within(1e-9));
            Assert.That(found.Prompt!.Value / formula.Prompt!.Value, Is.EqualTo(2.5).Within(0.02), "attention keeps its share");
            Assert.That((found.Decode.Basis, found.Prompt.Basis, found.FirstToken!.Basis), Is.EqualTo((Basis.Measured, Basis.Measured, Basis.Measured)));
            Assert.That(Width(found.Decode), Is.EqualTo(Scatter + TestRigs.Calibration.Cpu.DecodeTransfer.Same).Within(0.02));
            Assert.That(found.Prompt.Terms[0].Source, Does.StartWith("measured: on this machine with ").And.Contains("2.50 × the formula"));
            Assert.That(found.Assumptions, Has.None.Contains("does not speak"));
        });
    }

    [Test]
    public void Forecast_OfAnotherProcessor_StaysAndSaysSo()
    {
        var other = OnCpu with { Cpu = TestRigs.I9_10900X with { Id = "other-cpu", Name = "Other CPU" } };
        var found = Formula.Measuring(OfCpu(Run(TestModels.Llama2_7B, 0.5, 2))).Predict(other, SevenB);
        var formula = Formula.Predict(other, SevenB);
        Assert.That((found.Decode!.Value, found.Prompt!.Value, found.Decode.Basis), Is.EqualTo((formula.Decode!.Value, formula.Prompt!.Value, Basis.Fitted)));
        Assert.That(found.Assumptions, Does.Contain("the saved validation is of Intel Core i9-10900X; it does not speak for Other CPU"));
    }

    [TestCase("my-epyc", true)]
    [TestCase("my-other", false)]
    [TestCase(null, false)]
    public void Forecast_OfAScannedRigWhoseProcessorTheCatalogDoesNotKnow_IsMeasuredByItsDraft(string? slot, bool expected)
    {
        var rig = new Rig { Missing = slot is null ? [] : [new MissingPart(PartKind.Cpu, new Selection(slot), null)], Memory = OnCpu.Memory };
        var machine = OfCpu(Run(TestModels.Llama2_7B, 1, 2)) with { };
        machine = machine with { Cpus = [machine.Cpus[0] with { Cpu = TestRigs.I9_10900X with { Id = "my-epyc", Name = "AMD EPYC" } }] };
        var found = Formula.Measuring(machine).Predict(rig, SevenB);
        Assert.That(found.Decode!.Basis == Basis.Measured, Is.EqualTo(expected));
        Assert.That(found.Assumptions.Any(a => a.StartsWith("the saved validation is of AMD EPYC; it does not speak for", StringComparison.Ordinal)), Is.EqualTo(!expected));
    }

    [Test]
    public void Forecast_BesideOtherMemory_RestsOnTheMeasuredPromptsOnly()
    {
        var machine = OfCpu(Run(TestModels.Llama2_7B, 0.5, 2));
        machine = machine with { Cpus = [machine.Cpus[0] with { Memory = BytesPerSecond.FromGigabytes(46.9) }] };
        var (formula, found) = (Formula.Predict(OnCpu, SevenB), Formula.Measuring(machine).Predict(OnCpu, SevenB));
        Assert.That((found.Decode!.Value, found.Decode.Basis, found.Prompt!.Basis), Is.EqualTo((formula.Decode!.Value, Basis.Fitted, Basis.Measured)));
        Assert.That(found.Assumptions, Has.Some.Contains("beside other memory (46.9 GB/s)"));
    }

    [Test]
    public void Forecast_OfTheMeasuredCard_IsWhatWasMeasuredOnItsBackendOnly()
    {
        var measured = Formula.Measuring(OfCard(Run(TestModels.Llama2_7B, 0.9, 1.4)));
        var (formula, found) = (Formula.Predict(OnCard, SevenB), measured.Predict(OnCard, SevenB));
        var (vulkan, onVulkan) = (Formula.Predict(OnCard, SevenB with { Backend = "vulkan" }), measured.Predict(OnCard, SevenB with { Backend = "vulkan" }));
        Assert.Multiple(() =>
        {
            Assert.That(found.Decode!.Value / formula.Decode!.Value, Is.EqualTo(0.9).Within(1e-9));
            Assert.That(found.Prompt!.Value / formula.Prompt!.Value, Is.EqualTo(1.4).Within(1e-9));
            Assert.That((found.Decode.Basis, found.Prompt.Basis, found.FirstToken!.Basis), Is.EqualTo((Basis.Measured, Basis.Measured, Basis.Measured)));
            Assert.That((onVulkan.Decode!.Value, onVulkan.Decode.Basis), Is.EqualTo((vulkan.Decode!.Value, Basis.Fitted)));
            Assert.That(onVulkan.Assumptions, Does.Contain("the saved validation is of NVIDIA GeForce RTX 3090 with cuda; it does not speak for NVIDIA GeForce RTX 3090 with vulkan"));
        });
    }

    [Test]
    public void Forecast_OfSeveralUsers_IsMeasuredWhereOneIs()
    {
        var found = Formula.Measuring(OfCard(Run(TestModels.Llama2_7B, 0.9, 1.4))).Predict(OnCard, SevenB with { Users = 4 });
        Assert.That((found.DecodeAllUsers!.Basis, found.DecodeAtFullContext!.Basis), Is.EqualTo((Basis.Measured, Basis.Measured)));
    }

    [Test]
    public void Forecast_OfTwoMeasuredCards_ScalesTheirHandOverToo()
    {
        var rig = new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rtx3090] };
        var quest = TestRigs.Quest(TestModels.Llama1_65B, "q4_0");
        var found = Formula.Measuring(OfCard(Run(TestModels.Llama2_7B, 0.9, 1.4))).Predict(rig, quest);
        Assert.That(found.Decode!.Value / Formula.Predict(rig, quest).Decode!.Value, Is.EqualTo(0.9).Within(1e-9));
        Assert.That(found.Placement!.Mode, Is.EqualTo(PlacementMode.MultiGpu));
    }

    [Test]
    public void Forecast_OfOneMeasuredAndOneOtherCard_IsNoMeasurement()
    {
        var rig = new Rig { Gpus = [TestRigs.Rtx3090, TestRigs.Rtx4070] };
        var found = Formula.Measuring(OfCard(Run(TestModels.Llama2_7B, 0.9, 1.4))).Predict(rig, TestRigs.Quest(TestModels.Llama1_30B, "q8_0"));
        Assert.That((found.Placement!.Mode, found.Decode!.Basis), Is.EqualTo((PlacementMode.MultiGpu, Basis.Fitted)));
        Assert.That(found.Assumptions, Has.Some.EndsWith("it does not speak for NVIDIA GeForce RTX 4070 with cuda"));
    }

    [Test]
    public void Evidence_OfSeveralRuns_IsTheNearestModelAndItsRangeGrowsWithTheDistance()
    {
        var runs = new[] { Run(TestModels.Llama31_8B, 1.1, 1.1, "q8_0"), Run(TestModels.TinyLlama, 1.2, 1.2), Run(TestModels.Llama2_7B, 1.3, 1.3) };
        var measured = Formula.Measuring(OfCpu(runs));
        Estimate<TokensPerSecond> Of(LlmModel model, string quant) => measured.Predict(OnCpu, TestRigs.Quest(model, quant)).Prompt!;
        Assert.Multiple(() =>
        {
            Assert.That(Of(TestModels.Llama2_7B, "q4_0").Terms[0].Source, Does.Contain("1.30 ×"), "the very model");
            Assert.That(Of(TestModels.Llama1_13B, "q4_0").Terms[0].Source, Does.Contain("1.20 ×").And.Contain("weights of this type"), "the newest of its weights");
            Assert.That(Of(TestModels.Llama1_13B, "f16").Terms[0].Source, Does.Contain("1.10 ×").And.Contain("weights of another type"), "the newest");
            Assert.That(Width(Of(TestModels.Llama2_7B, "q4_0")), Is.LessThan(Width(Of(TestModels.Llama1_13B, "q4_0"))));
            Assert.That(Width(Of(TestModels.Llama1_13B, "q4_0")), Is.LessThan(Width(Of(TestModels.Llama1_13B, "f16"))));
            Assert.That(Width(Of(TestModels.Llama1_13B, "f16")), Is.LessThan(TestRigs.Calibration.Cpu.PromptSpread));
        });
    }

    [Test]
    public void Evidence_OfAToy_NarrowsNoRange()
    {
        var toy = TestModels.TinyLlama with { Id = "toy", Parameters = 0.27e9 };
        var found = Formula.Measuring(OfCpu(Run(toy, 1.1, 1.5))).Predict(OnCpu, SevenB);
        Assert.That(Width(found.Prompt!), Is.EqualTo(TestRigs.Calibration.Cpu.PromptSpread).Within(1e-9));
        Assert.That(Width(found.Decode!), Is.EqualTo(TestRigs.Calibration.Cpu.DecodeSpread).Within(1e-9));
    }

    [Test]
    public void Evidence_OfPromptsAlone_LeavesGenerationToTheFormula()
    {
        var found = Formula.Measuring(OfCpu(MeasuredRun.Of(TestModels.Llama2_7B, TestModels.Quant("q4_0")) with { Prompt = new(2, 0) })).Predict(OnCpu, SevenB);
        Assert.That((found.Decode!.Value, found.Decode.Basis, found.Prompt!.Basis), Is.EqualTo((Formula.Predict(OnCpu, SevenB).Decode!.Value, Basis.Fitted, Basis.Measured)));
    }

    [Test]
    public void Probing_OfAMeasuringForecaster_ForgetsTheMeasurement()
    {
        var measured = Formula.Measuring(OfCard(Run(TestModels.Llama2_7B, 0.5, 2)));
        Assert.That(measured.Probing(null).Predict(OnCard, SevenB).Decode!.Value, Is.EqualTo(Formula.Predict(OnCard, SevenB).Decode!.Value));
        Assert.That(measured.Probing(null).Measured, Is.Null);
    }

    private const double Scatter = 0.03;

    private static BytesPerSecond Bandwidth => BytesPerSecond.FromGigabytes(60);

    private static Domain.Workloads.Quest SevenB => TestRigs.Quest(TestModels.Llama2_7B, "q4_0");

    private static MeasuredRun Run(LlmModel model, double decode, double prompt, string quant = "q4_0") =>
        MeasuredRun.Of(model, TestModels.Quant(quant)) with { Decode = new(decode, Scatter), Prompt = new(prompt, Scatter), Bandwidth = Bandwidth };

    private static MeasuredMachine OfCpu(params MeasuredRun[] runs) => new() { Cpus = [new MeasuredCpu(TestRigs.I9_10900X, [.. runs])] };

    private static MeasuredMachine OfCard(params MeasuredRun[] runs) => new() { Gpus = [new MeasuredGpu(TestRigs.Rtx3090, "cuda", [.. runs])] };

    private static double Width(Estimate<TokensPerSecond> speed) => Math.Log(speed.High / speed.Value);
}
