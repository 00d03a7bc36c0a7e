namespace RigBuilder.Machine.Text;

/// <summary>Line-oriented text of tools and system files.</summary>
internal static class Lines
{
    /// <summary>The lines, without their ends and without empty ones.</summary>
    public static string[] Of(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Splits "key : value" at the first colon; null when there is no colon or no key.</summary>
    public static (string Key, string Value)? Pair(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }
}
