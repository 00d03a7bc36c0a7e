namespace RigBuilder.Workbench.State;

/// <summary>
/// What the screen works on and may be exchanged while it is open: the data and who judges with it. Reloading makes a new one.
/// </summary>
/// <param name="Appraiser">Judges builds; knows the catalog.</param>
public sealed record World(Appraiser Appraiser)
{
    /// <summary>The world with what a model's file says.</summary>
    public World Knowing(string name, Resolution<NamedModel> model) => this with { Appraiser = Appraiser.Knowing(name, model) };

    /// <summary>The catalog.</summary>
    public Catalog Catalog => Appraiser.Catalog;

    /// <summary>What was wrong with the data files; entries with errors are missing from the catalog.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What can be looked up: rules and catalog entries.</summary>
    public ImmutableArray<CodexEntry> Codex { get; init; } = [];
}
