using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Appraising;

/// <summary>
/// The one way from a build to its appraisal, used by screen, commands and searches alike. Bound to one catalog, forecaster
/// and judge; not safe for concurrent use (the judge is not).
/// </summary>
/// <param name="catalog">The catalog that ids are looked up in.</param>
/// <param name="forecaster">What predicts.</param>
/// <param name="judge">What judges situations, those of one call together: <see cref="RuleJudge.Judge(IReadOnlyList{Situation})"/>.</param>
public sealed class Appraiser(Catalog catalog, IForecaster forecaster, Func<IReadOnlyList<Situation>, ImmutableArray<Verdict>> judge)
{
    /// <summary>The catalog that ids are looked up in.</summary>
    public Catalog Catalog => catalog;

    /// <summary>An appraiser that knows what a model's file says; it shares the judge with this one.</summary>
    public Appraiser Knowing(string name, Resolution<NamedModel> model) => new(catalog.Knowing(name, model), forecaster, judge);

    /// <summary>Predicts for a build without judging it; never throws for odd or empty builds.</summary>
    public Forecast Forecast(Build build) => forecaster.Predict(catalog.Resolve(build), catalog.Resolve(build.Quest));

    /// <summary>Appraises a build; never throws for odd or empty builds.</summary>
    public Appraisal Appraise(Build build) => Appraise([build])[0];

    /// <summary>Appraises many builds: forecasts all, then judges all at once.</summary>
    /// <returns>The appraisals, in the order of the builds.</returns>
    public ImmutableArray<Appraisal> Appraise(IReadOnlyList<Build> builds)
    {
        var situations = builds.Select(Situation).ToArray();
        var verdicts = judge(situations);
        return [.. builds.Select((build, i) => Appraisal(build, situations[i], verdicts[i]))];
    }

    private Situation Situation(Build build)
    {
        var (rig, quest) = (catalog.Resolve(build), catalog.Resolve(build.Quest));
        return new Situation(rig, quest, forecaster.Predict(rig, quest));
    }

    private static Appraisal Appraisal(Build build, Situation situation, Verdict verdict)
    {
        var (rig, quest, forecast) = situation;
        return new Appraisal(build, rig, quest, forecast, verdict, Grading.Of(rig, quest, forecast, verdict));
    }
}
