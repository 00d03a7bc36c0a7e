using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction;

/// <summary>Predicts what a rig does with a quest. Pure, fast (well under a millisecond) and safe to share between threads.</summary>
public interface IForecaster
{
    /// <summary>Predicts; never throws for odd rigs, missing parts or missing figures.</summary>
    Forecast Predict(Rig rig, Quest quest);
}
