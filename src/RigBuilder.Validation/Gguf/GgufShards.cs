using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Models that are split into several files (llama.cpp, gguf-split): "NAME-00001-of-00004.gguf" and its fellows. Any of them stands for
/// the set; the first holds the metadata, each holds its own tensors.
/// </summary>
public static partial class GgufShards
{
    private const int Most = 1000;

    /// <summary>Reads the heads of a file, or of all files of the set that it belongs to, as one.</summary>
    public static Attempt<GgufFile> Read(string path)
    {
        if (Name().Match(path) is not { Success: true } match) return GgufReader.Read(path);
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        if (count is < 1 or > Most) return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5104", path, $"its name speaks of {count} files; 1 to {Most} can be"));
        string[] paths = [.. Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{match.Groups["stem"].Value}-{n:00000}-of-{count:00000}{match.Groups["end"].Value}"))];
        var missing = paths.Where(p => !File.Exists(p)).Select(Path.GetFileName).ToArray();
        if (missing.Length == count) return GgufReader.Read(path);
        if (missing.Length > 0)
        {
            var named = string.Join(", ", missing.Take(5)) + (missing.Length > 5 ? $" and {missing.Length - 5} more" : "");
            return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5109", path, $"the model is split into {count} files, of which {missing.Length} {(missing.Length == 1 ? "is" : "are")} not there: {named}"));
        }

        var shards = paths.Select(GgufReader.Read).ToArray();
        ImmutableArray<Diagnostic> problems = [.. shards.SelectMany(s => s.Diagnostics)];
        return shards.All(s => s.Succeeded) ? Joined(path, [.. shards.Select(s => s.Value!)]) : Attempt<GgufFile>.Failed(problems);
    }

    private static Attempt<GgufFile> Joined(string path, ImmutableArray<GgufFile> shards)
    {
        var first = shards[0];
        ImmutableArray<GgufTensor> tensors = [.. shards.SelectMany(s => s.Tensors)];
        if (first.Number("split.count") is { } told && told != shards.Length)
            return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5104", path, $"it says that it is one of {told:R} files, its name says {shards.Length}"));
        if (tensors.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5104", path, $"tensor '{ForeignText.Clean(twice.Key)}' is in two of its files"));
        return Attempt<GgufFile>.Of(first with { Tensors = tensors, Length = Bytes.FromCount(shards.Sum(s => s.Length.Count)) });
    }

    [GeneratedRegex(@"^(?<stem>.*)-\d{5}-of-(?<count>\d{5})(?<end>\.gguf)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Name();
}
