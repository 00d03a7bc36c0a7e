using System.Globalization;
using System.Text.RegularExpressions;

namespace RigBuilder.Machine.Matching;

/// <summary>A processor's name in comparable form: the words that make the product, without what vendors decorate it with.</summary>
internal static partial class CpuName
{
    /// <summary>The key of a name; empty when the name says nothing about the product ("AMD EPYC" keeps its one word).</summary>
    public static string Key(string? raw)
    {
        var text = Trademarks.Remove(raw ?? "");
        text = Clock().Replace(text, " ");
        text = Generation().Replace(text, " ");
        text = GraphicsSuffix().Replace(text, " ");
        text = CoreCount().Replace(text, " ");
        var words = text.ToLower(CultureInfo.InvariantCulture)
            .Split([' ', '\t', '-', '_', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("amd" or "intel" or "cpu" or "processor" or "apu"));
        return string.Join(' ', words);
    }

    /// <summary>The key without "PRO", which is a way to sell the same chip.</summary>
    public static string Product(string? raw) => Key(raw).Replace(" pro ", " ", StringComparison.Ordinal);

    /// <summary>Whether two keys are those of one chip of Intel's with and without graphics: "core i7 12700k" and "core i7 12700kf".</summary>
    public static bool IsTwin(string a, string b) =>
        a.StartsWith("core i", StringComparison.Ordinal) && (a.Length < b.Length ? b == a + "f" : a == b + "f");

    // "@ 3.60GHz".
    [GeneratedRegex(@"@\s*[\d.]+\s*[GM]Hz", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    // "12th Gen Intel Core …".
    [GeneratedRegex(@"^\s*\d{1,2}(st|nd|rd|th) Gen\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generation();

    // "with Radeon Graphics", "w/ Radeon 780M Graphics", "w/ Radeon 8060S".
    [GeneratedRegex(@"\b(with|w/)\s+Radeon.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GraphicsSuffix();

    // "16-Core Processor", "64-Cores", "Eight-Core Processor".
    [GeneratedRegex(@"\b(\d+|Dual|Quad|Six|Eight|Twelve|Sixteen)-Cores?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CoreCount();
}
