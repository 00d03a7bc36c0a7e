using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Engine;

namespace RigBuilder.Rules.Appraising;

/// <summary>
/// The one way from a build to its appraisal, used by screen, commands and searches alike. Bound to one catalog, forecaster
/// and rule session; not safe for concurrent use (the session is not).
/// </summary>
/// <param name="catalog">The catalog that ids are looked up in.</param>
/// <param name="forecaster">What predicts.</param>
/// <param name="rules">What judges the build.</param>
/// <param name="tries">What judges builds that are only tried, by the same rules; null for <paramref name="rules"/>. A session that
/// keeps facts from one call to the next would spend more on going back and forth than on judging.</param>
public sealed class Appraiser(Catalog catalog, IForecaster forecaster, IRuleSession rules, IRuleSession? tries = null)
{
    /// <summary>The catalog that ids are looked up in.</summary>
    public Catalog Catalog => catalog;

    /// <summary>Predicts for a build without judging it; never throws for odd or empty builds.</summary>
    public Forecast Forecast(Build build) => forecaster.Predict(catalog.Resolve(build), catalog.Resolve(build.Quest));

    /// <summary>Appraises a build; never throws for odd or empty builds.</summary>
    public Appraisal Appraise(Build build) => Appraise(build, rules);

    /// <summary>Appraises a build that is only tried; the same result as <see cref="Appraise(Build)"/>.</summary>
    public Appraisal Try(Build build) => Appraise(build, tries ?? rules);

    private Appraisal Appraise(Build build, IRuleSession session)
    {
        var rig = catalog.Resolve(build);
        var quest = catalog.Resolve(build.Quest);
        var forecast = forecaster.Predict(rig, quest);
        var verdict = session.Judge(new Situation(rig, quest, forecast));
        return new Appraisal(build, rig, quest, forecast, verdict, Grading.Of(rig, quest, forecast, verdict));
    }
}
