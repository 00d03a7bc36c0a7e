using System.Collections.Immutable;
using RigBuilder.Rules.Appraising;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Composition;

/// <summary>Everything read from the data folders, with what was wrong in them.</summary>
internal sealed record LoadedWorld(
    Catalog Catalog,
    RuleSet Rules,
    IForecaster Forecaster,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableDictionary<CatalogKey, SourceLocation> Origins)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether there is nothing to pick from: every other complaint would only follow from that.</summary>
    public bool IsEmpty => Catalog.Models.Items.IsEmpty && Catalog.Gpus.Items.IsEmpty && Catalog.Cpus.Items.IsEmpty;

    /// <summary>What saved validations say and predictions rest on; null when they rest on none.</summary>
    public MeasuredMachine? Measured => (Forecaster as Forecaster)?.Measured;

    /// <summary>An appraiser on this world with a judge of its own.</summary>
    public Appraiser Appraiser() => new(Catalog, Forecaster, new RuleJudge(Rules).Judge);
}
