namespace RigBuilder.Machine.Matching;

/// <summary>A key of a draft entry.</summary>
/// <param name="Key">Key as catalogs write it.</param>
/// <param name="Value">Value as YAML (quantities with unit, flow lists and mappings); null when a person must fill it in.</param>
/// <param name="Comment">Where the value comes from, or what to fill in.</param>
public sealed record DraftField(string Key, string? Value, string? Comment = null);
