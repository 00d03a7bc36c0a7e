namespace RigBuilder.Yaml.Syntax;

/// <summary>Limits that keep a hostile or broken file from using up time, memory or stack.</summary>
public static class YamlLimits
{
    /// <summary>Longest file in characters (and bytes): 16 Mi, some twenty times a catalog of 10,000 parts per kind.</summary>
    public const int FileLength = 16 * 1024 * 1024;

    /// <summary>Deepest nesting. Catalogs and rules need 7.</summary>
    public const int Depth = 40;

    /// <summary>Most nodes after aliases are expanded.</summary>
    public const int Nodes = 2_000_000;

    /// <summary>Most syntax errors that reading recovers from in one file.</summary>
    public const int Recoveries = 20;
}
