using System.Globalization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Composition;

/// <summary>
/// The format of a data folder, a number in catalog/format.txt: a program that meets newer data says so first, instead of only complaining
/// about every key that it does not know. Raised when older programs cannot read the data any more; without the file it is 1.
/// </summary>
internal static class DataFormat
{
    /// <summary>The newest that this program reads.</summary>
    public const int Newest = 1;

    /// <summary>What is wrong with the format of a data folder; null when this program reads it.</summary>
    /// <param name="files">What reads it.</param>
    /// <param name="root">The folder that holds catalog/ and rules/.</param>
    public static Diagnostic? Obstacle(DiskFiles files, string root)
    {
        var path = Path.Combine(root, "catalog", "format.txt");
        if (!File.Exists(path)) return null;
        if (files.Read(path, out var refused) is not { } file) return refused;
        var text = file.Text.Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format) || format < 1)
            return Error(path, $"'{(text.Length > 20 ? text[..20] : text)}' is no format of a data folder", $"write a whole number from 1 to {Newest}");
        return format <= Newest ? null : Error(path, $"the data are of format {format}, and this program reads up to {Newest}", "install the newer program, or give older data with --data");
    }

    private static Diagnostic Error(string path, string message, string help) =>
        new("RB7020", DiagnosticSeverity.Error, new SourceLocation(path, 1, 0), message) { Help = help };
}
