using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Cli.Composition;

/// <summary>Stands in when the calibration cannot be read: adds up prices and predicts nothing, and says so.</summary>
internal sealed class UncalibratedForecaster : IForecaster
{
    public Forecast Predict(Rig rig, Quest quest) => new()
    {
        Power = new PowerForecast { Rated = Watts.Zero, Peak = Watts.Zero, Generating = Watts.Zero, RecommendedPsu = Watts.Zero, Basis = Basis.Guess },
        Price = Prices.Of(rig, null),
        Assumptions = ["the calibration could not be read: nothing is predicted"],
    };
}
