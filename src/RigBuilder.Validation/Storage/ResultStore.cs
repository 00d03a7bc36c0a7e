using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Storage;

/// <summary>Reports in the user's data folder, one JSON file each.</summary>
/// <param name="folder">The folder; made when something is saved.</param>
public sealed class ResultStore(string folder)
{
    private const string Extension = ".json";
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Saves a report; the file appears whole or not at all.</summary>
    /// <returns>The name it is saved under.</returns>
    public Attempt<string> Save(ValidationReport report)
    {
        var id = string.Concat($"{report.Subject.ModelId}-{report.Subject.QuantId}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-').Take(60));
        var stem = $"{report.Began.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{id}";
        var partial = Path.Combine(folder, $".{stem}.{Environment.ProcessId}.partial");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(partial, ReportText.Json(report) + "\n");
            for (var n = 1; ; n++)
            {
                var name = n == 1 ? stem : $"{stem}-{n}";
                var path = Path.Combine(folder, name + Extension);
                if (File.Exists(path)) continue;
                File.Move(partial, path);
                return Attempt<string>.Of(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            DeleteIfThere(partial);
            return Attempt<string>.Failed(InferenceDiagnostics.NotWritable(folder, e.Message));
        }
    }

    /// <summary>All saved reports, the newest first; files that cannot be read come as diagnostics.</summary>
    public (ImmutableArray<SavedResult> Results, ImmutableArray<Diagnostic> Diagnostics) List()
    {
        var results = ImmutableArray.CreateBuilder<SavedResult>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in Files())
        {
            var (report, reason) = Read(path);
            if (report is not null) results.Add(new SavedResult(Path.GetFileNameWithoutExtension(path), report));
            else diagnostics.Add(InferenceDiagnostics.ResultUnreadable(path, reason));
        }

        return ([.. results.OrderByDescending(r => r.Report.Began).ThenByDescending(r => r.Name, StringComparer.Ordinal)], diagnostics.ToImmutable());
    }

    /// <summary>A saved report by name or by the beginning of its name; the newest for "last".</summary>
    public SavedResult? Find(string name)
    {
        var (results, _) = List();
        return name == "last"
            ? results.FirstOrDefault()
            : results.FirstOrDefault(r => r.Name == name) ?? results.FirstOrDefault(r => r.Name.StartsWith(name, StringComparison.Ordinal));
    }

    private static void DeleteIfThere(string path)
    {
        try
        {
            if (File.Exists(path)) File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has another ending than reports and is never listed.
        }
    }

    private IEnumerable<string> Files()
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static (ValidationReport? Report, string Reason) Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes) return (null, "it is too large to be a report");
            return (ReportText.ParseJson(File.ReadAllText(path)), "it is no report");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }
}

/// <summary>A saved report.</summary>
/// <param name="Name">Its name: what `validate show` takes.</param>
/// <param name="Report">The report.</param>
public sealed record SavedResult(string Name, ValidationReport Report);
