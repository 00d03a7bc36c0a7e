using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;

namespace RigBuilder.Cli.Composition;

/// <summary>Stands in when the calibration cannot be read: adds up prices and predicts nothing, and says so.</summary>
internal sealed class UncalibratedForecaster : IForecaster
{
    public Forecast Predict(Rig rig, Quest quest) => new()
    {
        Power = new PowerForecast { Rated = Watts.Zero, Peak = Watts.Zero, Generating = Watts.Zero, RecommendedPsu = Watts.Zero, Basis = Basis.Guess },
        Price = new PriceForecast(
            rig.Parts.Select(p => p.Price?.Amount ?? Money.Zero).Aggregate(Money.Zero, (a, b) => a + b),
            [.. rig.Parts.Where(p => p.Price is null).Select(p => p.Name)],
            null),
        Assumptions = ["the calibration could not be read: nothing is predicted"],
    };
}
