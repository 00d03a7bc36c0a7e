using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Advice.Tests;

/// <summary>Which models a rig runs, with the shipped catalog and calibration.</summary>
public sealed class ModelRankingTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "catalog");
    private static readonly Lazy<Catalog> Shipped = new(() => new CatalogFolders(new DiskFiles()).Load(Folder).Catalog);
    private static readonly Lazy<Forecaster> Forecasting = new(() => new Forecaster(CalibrationReader.Read(new DiskFiles().Read(Path.Combine(Folder, "calibration.yaml"), out _)!).Calibration!));

    private static Rig Rig(params string[] gpus) => new()
    {
        Gpus = [.. gpus.Select(g => Shipped.Value.Gpus.Find(g)!)],
        Cpu = Shipped.Value.Cpus.Find("ryzen-9-7900"),
        Memory = [Shipped.Value.Memory.Find("g.skill-flare-x5-ddr5-2x16-6000")!],
    };

    private static IReadOnlyList<RankedModel> Ranked(Rig rig, ModelUse use = ModelUse.Chat, int context = 8192) =>
        ModelRanking.Of(rig, new Quest { Context = context }, Shipped.Value, Forecasting.Value, use);

    [Test]
    public void Quant_OfEveryModel_IsTheOneThatIsWorthMost()
    {
        var rig = Rig("rtx-3090");
        var choice = new QuantChoice(Shipped.Value);
        foreach (var model in Ranked(rig).Take(40))
        {
            var others = choice.Of(model.Model).Select(q => ModelScore.Of(
                model.Model, choice.Loss(model.Model, q), Forecasting.Value.Predict(rig, new Quest { Context = 8192, Model = model.Model, Quant = q }), ModelUse.Chat));
            Assert.That(model.Score, Is.EqualTo(others.Max()), model.Model.Id);
        }
    }

    [Test]
    public void Models_AreMadeForTheUse_AndForTheContext()
    {
        var ranked = Ranked(Rig("rtx-3090"), ModelUse.Vision, 65_536);
        Assert.That(ranked, Is.Not.Empty);
        Assert.That(ranked.Select(m => m.Model.Uses), Has.All.Contains(ModelUse.Vision));
        Assert.That(ranked.Select(m => m.Model.TrainedContext), Has.All.GreaterThanOrEqualTo(65_536));
    }

    [Test]
    public void SecondCard_LosesNoModel_AndMakesNoneWorse()
    {
        var two = Ranked(Rig("rtx-3090", "rtx-3090")).ToDictionary(m => m.Model.Id, m => m.Score);
        foreach (var one in Ranked(Rig("rtx-3090")))
            Assert.That(two[one.Model.Id], Is.GreaterThanOrEqualTo(one.Score - 1e-9), one.Model.Id);
    }

    [Test]
    public void Order_IsByScore_SaveThatOfAFamilyTheNewerStandsFirstWhereTheyAreClose()
    {
        var ranked = Ranked(Rig("rtx-3090"));
        for (var i = 1; i < ranked.Count; i++)
        {
            if (ranked[i].Score <= ranked[i - 1].Score) continue;
            Assert.That(ranked[i].Score - ranked[i - 1].Score, Is.LessThanOrEqualTo(6));
        }

        foreach (var family in ranked.GroupBy(m => m.Model.Family))
        {
            var members = family.ToArray();
            for (var i = 1; i < members.Length; i++)
            {
                if (members[i].Score > members[i - 1].Score)
                    Assert.That(string.CompareOrdinal(members[i - 1].Model.Released, members[i].Model.Released), Is.GreaterThanOrEqualTo(0), members[i].Model.Id);
            }
        }
    }

    [Test]
    public void GptOss_ComesInItsOwnTypeAlone_AndLosesNothing()
    {
        var choice = new QuantChoice(Shipped.Value);
        var model = Shipped.Value.Models.Find("gpt-oss-20b")!;
        Assert.That(choice.Of(model).Select(q => q.Id), Is.EqualTo(new[] { "mxfp4" }));
        Assert.That(choice.Loss(model, choice.Of(model)[0]), Is.Zero);
    }

    [Test]
    public void Loss_OfAnUnmeasuredQuant_LiesBetweenItsNeighbours()
    {
        var choice = new QuantChoice(Shipped.Value);
        var model = Shipped.Value.Models.Find("llama-3.1-8b")!;
        double Of(string id) => choice.Loss(model, Shipped.Value.Quants.Find(id)!);
        Assert.That(Of("ud-q4_k_xl"), Is.InRange(Of("q5_k_m"), Of("q3_k_m")));
    }

    [TestCase(100, 1.0)]
    [TestCase(10, 1.0)]
    [TestCase(5, 0.5)]
    public void Speed_BeyondWhatTheUseNeeds_CountsNothing(double speed, double share)
    {
        var model = Shipped.Value.Models.Find("llama-3.1-8b")!;
        Forecast Of(double tokens) => Forecasting.Value.Predict(new Rig(), new Quest()) with
        {
            Decode = new(Domain.Units.TokensPerSecond.FromValue(tokens), default, default, Basis.Guess, []),
        };
        Assert.That(ModelScore.Of(model, 0, Of(speed), ModelUse.Chat), Is.EqualTo(share * ModelScore.Of(model, 0, Of(10), ModelUse.Chat)).Within(1e-9));
    }

    [Test]
    public void RigWithoutParts_RunsNothing() => Assert.That(Ranked(new Rig()), Is.Empty);
}
