using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Engine;

namespace RigBuilder.Appraisal;

/// <summary>
/// The one way from a build to its appraisal, used by screen, commands and searches alike. Bound to one catalog, forecaster
/// and rule session; not safe for concurrent use (the session is not).
/// </summary>
public sealed class Appraiser(Catalog catalog, IForecaster forecaster, IRuleSession rules)
{
    /// <summary>The catalog that ids are looked up in.</summary>
    public Catalog Catalog => catalog;

    /// <summary>Predicts for a build without judging it; never throws for odd or empty builds.</summary>
    public Forecast Forecast(Build build) => forecaster.Predict(catalog.Resolve(build), catalog.Resolve(build.Quest));

    /// <summary>Appraises a build; never throws for odd or empty builds.</summary>
    public Appraisal Appraise(Build build)
    {
        var rig = catalog.Resolve(build);
        var quest = catalog.Resolve(build.Quest);
        var forecast = forecaster.Predict(rig, quest);
        var verdict = rules.Judge(new Situation(rig, quest, forecast));
        return new Appraisal(build, rig, quest, forecast, verdict, Grading.Of(rig, quest, forecast, verdict));
    }
}
