using RigBuilder.Rules.Appraising;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Systems;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Tests.Appraising;

/// <summary>A catalog of two cards and two supplies, a forecaster whose speed is the card's bandwidth, and one rule about watts.</summary>
internal sealed class Bench : IForecaster
{
    public Severity Severity { get; init; } = Severity.Error;

    public int? Points { get; init; }

    public Catalog Catalog { get; } = new(
        [Card("slow", 10), Card("fast", 40), Supply("small", 300), Supply("large", 900)],
        [
            new LlmModel
            {
                Id = "m",
                Name = "M",
                Family = "F",
                Architecture = "llama",
                Parameters = 1e9,
                ActiveParameters = 1e9,
                TrainedContext = 2048,
                Shape = new ModelShape { Layers = 1, Hidden = 1, Heads = 1, KvHeads = 1, HeadDim = 1, Ffn = 1, Vocab = 1 },
            },
        ],
        [new Quant { Id = "q", Name = "Q", BitsPerWeight = 4, Type = "q4_0", NominalBits = 4 }]);

    public Appraiser Appraiser => new(Catalog, this, situations => [.. situations.Select(Judge)]);

    public static Build Quested(Money? budget = null, double? target = null) => new()
    {
        Quest = new QuestSpec
        {
            ModelId = "m",
            QuantId = "q",
            Settings = new Quest { Budget = budget, TargetSpeed = target is { } t ? TokensPerSecond.FromValue(t) : null },
        },
    };

    public Forecast Predict(Rig rig, Quest quest) => new()
    {
        Decode = rig.Gpus.IsEmpty || !quest.IsComplete ? null : Speed(rig.Gpus[0].Bandwidth.Gigabytes),
        Power = new PowerForecast
        {
            Rated = Watts.FromValue(rig.Gpus.Length * 400),
            Peak = Watts.Zero,
            Generating = Watts.FromValue(rig.Gpus.Length * 200),
            RecommendedPsu = Watts.Zero,
            Basis = Basis.Guess,
        },
        Price = Prices.Of(rig, null),
    };

    private Verdict Judge(Situation situation) =>
        new(situation.Rig.Psu is { } psu && situation.Forecast.Power.Rated > psu.Power
            ? [new Finding { RuleId = "watts", Title = "Watts", Severity = Severity, Message = "too few", Points = Points, Slot = PartKind.Psu }]
            : [], [], []);

    private static Estimate<TokensPerSecond> Speed(double value) =>
        new(TokensPerSecond.FromValue(value), TokensPerSecond.FromValue(value), TokensPerSecond.FromValue(value), Basis.Guess, []);

    private static Gpu Card(string id, double gigabytes) => new()
    {
        Id = id,
        Name = id,
        Vendor = "nvidia",
        Architecture = "ampere",
        Vram = Bytes.FromGiB(24),
        Bandwidth = BytesPerSecond.FromGigabytes(gigabytes),
        Price = new Price(Money.FromUsd(100), null, PartCondition.New),
    };

    private static Psu Supply(string id, double watts) => new()
    {
        Id = id,
        Name = id,
        Power = Watts.FromValue(watts),
        AtxVersion = 3,
        Price = new Price(Money.FromUsd(50), null, PartCondition.New),
    };
}
