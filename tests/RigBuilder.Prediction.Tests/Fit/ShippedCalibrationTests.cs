using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Rigs;
using RigBuilder.Fit;
using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Models;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Prediction.Tests.Fit;

/// <summary>Holds the shipped calibration to the errors it states: the whole fit is run again, cards left out.</summary>
[TestFixture]
public sealed class ShippedCalibrationTests
{
    private SpeedFits _fits = null!;
    private Catalog _catalog = null!;

    private static Calibration Shipped => TestRigs.Calibration;

    [OneTimeSetUp]
    public void Refit()
    {
        _catalog = new CatalogFolders(new DiskFiles()).Load(Path.Combine(AppContext.BaseDirectory, "catalog")).Catalog;
        _fits = SpeedFits.Run(_catalog, Data("llama_bench.csv"), Data("cpu_memory.csv"), Shipped, search: false);
    }

    [TestCase("decode")]
    [TestCase("decode/shipped-widths")]
    [TestCase("decode/scoreboard")]
    [TestCase("decode/cuda")]
    [TestCase("decode/vulkan")]
    [TestCase("decode/rocm")]
    [TestCase("prompt")]
    [TestCase("cpu-decode")]
    public void LeftOutError_OfARefit_IsWhatTheCalibrationStates(string group)
    {
        var (stated, found) = (Shipped.Errors[group], _fits.Calibration.Errors[group]);
        Assert.That(found.Median, Is.EqualTo(stated.Median).Within(0.01));
        Assert.That(found.Under25, Is.EqualTo(stated.Under25).Within(0.04));
        Assert.That(found.InRange, Is.EqualTo(stated.InRange).Within(0.04));
    }

    // On cards that neither coefficients nor priors nor ranges have seen: nested leaving-out of cards.
    [TestCase("decode")]
    [TestCase("decode/scoreboard")]
    public void LeftOutError_OnCardsNothingWasChosenOn_MeetsTheGoal(string group)
    {
        var error = Shipped.Errors[group];
        Assert.That(error.Cards, Is.GreaterThan(50));
        Assert.That(error.Median, Is.LessThanOrEqualTo(0.08));
        Assert.That(error.Under25, Is.GreaterThanOrEqualTo(0.9));
    }

    [TestCase("decode")]
    [TestCase("decode/cuda")]
    [TestCase("decode/rocm")]
    [TestCase("decode/vulkan")]
    [TestCase("prompt")]
    [TestCase("cpu-decode")]
    public void Ranges_OfLeftOutCards_HoldAboutNineInTen(string group) =>
        Assert.That(Shipped.Errors[group].InRange, Is.InRange(0.84, 0.99));

    [Test]
    public void Coefficients_OfARefit_AreTheShippedOnes()
    {
        var (refit, shipped) = (_fits.Calibration.Decode, Shipped.Decode);
        Assert.That(refit.Reading.Intercept, Is.EqualTo(shipped.Reading.Intercept).Within(0.02));
        Assert.That(refit.Layer.Intercept, Is.EqualTo(shipped.Layer.Intercept).Within(0.1));
        Assert.That(refit.Reading.Cards.Keys, Is.EquivalentTo(shipped.Reading.Cards.Keys));
    }

    [Test]
    public void Transfers_OfARefit_AreTheShippedOnesAndGrowWithTheDistance()
    {
        (TransferCalibration Refit, TransferCalibration Shipped)[] all =
        [
            (_fits.Calibration.Decode.Transfer, Shipped.Decode.Transfer),
            (_fits.Calibration.Prompt.Transfer, Shipped.Prompt.Transfer),
            (_fits.Calibration.Cpu.DecodeTransfer, Shipped.Cpu.DecodeTransfer),
            (_fits.Calibration.Cpu.PromptTransfer, Shipped.Cpu.PromptTransfer),
        ];
        foreach (var (refit, shipped) in all)
        {
            Assert.That(refit.Other, Is.EqualTo(shipped.Other).Within(0.03));
            Assert.That(shipped.Same, Is.GreaterThan(0).And.LessThanOrEqualTo(shipped.Kin));
            Assert.That(shipped.Kin, Is.LessThanOrEqualTo(shipped.Other));
        }
    }

    [Test]
    public void Forecast_OfFittedRows_IsThePredictionOfTheFit()
    {
        var speed = _fits.Speeds.Single(s => s.Name == "decode");
        var forecaster = new Forecaster(_fits.Calibration);
        var compared = 0;
        for (var i = 0; i < speed.Rows.Count; i++)
        {
            var (row, m) = (speed.Rows[i], speed.Rows[i].Measurement);
            if (m is not { Count: 1, Tokens: 128, Depth: 0, Era: BuildEra.Recent, Tool: "llama-bench", FlashAttention: not null } || !Fits(forecaster, row)) continue;
            var predicted = forecaster.Predict(new Rig { Gpus = [row.Gpu!] }, row.Quest with { Context = 512 }).Decode!.Value.Value;
            var fitted = m.Speed * Math.Exp(-speed.Residuals[i]);
            // The rows' own file sizes are in the quest's model, so nothing but rounding of the depth may differ.
            Assert.That(predicted, Is.EqualTo(fitted).Within(1).Percent, $"line {m.Line}: {m.Device} {m.Model} {m.Quant}");
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(80));
    }

    [Test]
    public void Rejections_All_NameAReason() =>
        Assert.That(_fits.Rejected, Has.Count.GreaterThan(50).And.All.Matches<Rejection>(r => r is { Line: > 1, Reason.Length: > 5 }));

    private static bool Fits(Forecaster forecaster, FitRow row) =>
        forecaster.Predict(new Rig { Gpus = [row.Gpu!] }, row.Quest with { Context = 512 }).Placement!.Mode == PlacementMode.SingleGpu;

    private static string Data(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", name));
}
