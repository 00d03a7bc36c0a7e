using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Prediction.Tests;

/// <summary>What a prediction from nothing but a model's size is worth: every model of the catalog, told by its size alone.</summary>
public sealed class GuessedShapeTests
{
    private static readonly Catalog Shipped = new CatalogFolders(new DiskFiles()).Load(Path.Combine(AppContext.BaseDirectory, "catalog")).Catalog;

    private static readonly Forecaster Forecaster = new(TestRigs.Calibration);

    [Test]
    public void Ranges_OfModelsToldBySize_HoldNineInTenOfTheTrueFigures()
    {
        var rig = new Rig { Gpus = [Shipped.Gpus.Find("h200-141gb-sxm")!] };
        var (weights, speeds, memories, rows) = (0, 0, 0, 0);
        var misses = new List<string>();
        foreach (var model in Shipped.Models.Items.Where(m => m.Parameters is > 5e8 and < 2e11))
        {
            // The catalog without the model itself, which would otherwise be its own type.
            var others = new Catalog([], Shipped.Models.Items.Where(m => m.Shape != model.Shape), Shipped.Quants.Items);
            var guess = others.Names.Model(Size(model)).Item!.Model;
            var quest = new Quest { Model = model, Quant = Shipped.Quants.Find("q4_k_m"), Context = 8192 };
            var (truth, told) = (Forecaster.Predict(rig, quest), Forecaster.Predict(rig, quest with { Model = guess }));
            if (truth.Decode is null || told.Decode is null) continue;
            rows++;
            if (Within(truth.Memory!.Weights / told.Memory!.Weights, 0.10)) weights++;
            if (truth.Decode.Value.Value >= told.Decode.Low.Value && truth.Decode.Value.Value <= told.Decode.High.Value) speeds++;
            else misses.Add(string.Create(CultureInfo.InvariantCulture, $"{model.Id} {truth.Decode.Value.Value:0} not in {told.Decode.Low.Value:0}-{told.Decode.High.Value:0}"));
            if (truth.Memory.Total >= told.Memory.Low && truth.Memory.Total <= told.Memory.High) memories++;
            else misses.Add($"{model.Id} memory {truth.Memory.Total} not in {told.Memory.Low} to {told.Memory.High}");
        }

        TestContext.Out.WriteLine($"{rows} models: weights within 10 % {weights}, speed in range {speeds}, memory in range {memories}; {string.Join("; ", misses)}");
        Assert.Multiple(() =>
        {
            Assert.That(rows, Is.GreaterThan(50));
            Assert.That(speeds, Is.GreaterThanOrEqualTo(0.9 * rows));
            Assert.That(memories, Is.GreaterThanOrEqualTo(0.9 * rows));
        });
    }

    [Test]
    public void Guess_IsMarkedAsOne()
    {
        var model = Shipped.Names.Model("24B");
        var forecast = Forecaster.Predict(
            new Rig { Gpus = [Shipped.Gpus.Find("rtx-3090")!] }, new Quest { Model = model.Item!.Model, Quant = Shipped.Quants.Find("q4_k_m"), Assumed = model.Assumed });
        Assert.Multiple(() =>
        {
            Assert.That(forecast.Memory!.Basis, Is.EqualTo(Basis.Guess));
            Assert.That(forecast.Decode!.Basis, Is.EqualTo(Basis.Guess));
            Assert.That(forecast.Decode.High.Value / forecast.Decode.Low.Value, Is.GreaterThan(2));
            Assert.That(forecast.Assumptions, Has.Some.Contains("nothing but the size is known"));
        });
    }

    private static bool Within(double ratio, double share) => ratio >= 1 - share && ratio <= 1 + share;

    private static string Size(LlmModel model) => model.ActiveParameters < model.Parameters
        ? string.Create(CultureInfo.InvariantCulture, $"{model.Parameters / 1e9:0.#}B-A{model.ActiveParameters / 1e9:0.#}B")
        : string.Create(CultureInfo.InvariantCulture, $"{model.Parameters / 1e9:0.##}B");
}
