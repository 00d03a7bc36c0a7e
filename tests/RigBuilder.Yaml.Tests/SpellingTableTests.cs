using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Naming;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests;

/// <summary>
/// Names as people write them, each with its public source and what it means, collected by somebody who had not seen the resolver
/// (data/spellings.csv). What the catalog lacks (MISSING) must be refused until it has the id, a mix without figures of its own counted as
/// the nearest type and said; what may be several things lists them. A release that has become an entry of its own (split:) is that entry.
/// </summary>
public sealed partial class SpellingTableTests
{
    private static readonly Catalog Shipped = CatalogReader.Read([new DiskFiles().ReadFolder(Path.Combine(Repository.Root, "catalog"))]).Catalog;

    public static IEnumerable<TestCaseData> Rows() => File.ReadLines(Path.Combine(Repository.Root, "tests", "RigBuilder.Yaml.Tests", "data", "spellings.csv"))
        .Skip(1).Where(l => l.Length > 0).Select(Cells).Select(c => new TestCaseData(c[0], c[1], Split().Match(c[6]) is { Success: true } own && Shipped.Models.Find(own.Groups[1].Value) is { } release ? release.Id : c[2], c[3], c[4], c[6]).SetArgDisplayNames(c[0], c[1]));

    [TestCaseSource(nameof(Rows))]
    public void Name_MeansWhatItsAuthorMeant(string kind, string text, string expected, string quant, string count, string note)
    {
        if (note.StartsWith("doubtful", StringComparison.Ordinal) && IsRefusedOrTold(kind, text)) return;
        switch (kind)
        {
            case "context":
                Assert.That(TokenCount.TryParse(text, out var tokens), Is.True);
                Assert.That(tokens.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));
                break;
            case "gpu":
                var cards = Shipped.Names.Cards(text);
                Same(expected, cards, c => c.Gpu.Id);
                if (cards.Item is { } named && count.Length > 0) Assert.That(named.Count, Is.EqualTo(int.Parse(count.Trim(), System.Globalization.CultureInfo.InvariantCulture)));
                break;
            case "cpu":
                Same(expected, Shipped.Names.Processor(text), c => c.Id);
                break;
            case "quant":
                var type = Shipped.Names.Quant(text);
                if (!expected.StartsWith("MISSING", StringComparison.Ordinal)) Same(expected, type, q => q.Id);
                else Assert.That(type.Item is null || !type.Assumed.IsEmpty || type.Item.Id == expected["MISSING: ".Length..], "the nearest type is taken and said");
                break;
            default:
                var model = Shipped.Names.Model(text);
                if (model.Item is null && quant.StartsWith("REFUSE", StringComparison.Ordinal)) break;
                if (quant.StartsWith("REFUSE", StringComparison.Ordinal)) Assert.That(model.Item?.Quant, Is.Null, "the quantisation is none of the catalog's");
                if (quant.StartsWith("MISSING", StringComparison.Ordinal)) Assert.That(model.Item?.Quant is null || !model.Assumed.IsEmpty || model.Item.Quant.Id == quant["MISSING: ".Length..], "the nearest type is taken and said");
                Same(expected, model, m => m.Model.Id);
                // What a tag of Ollama's library holds where it names no quantisation.
                if (model.Item is { QuantIsAssumed: true, Quant: { } usual } && OllamaDefault().Match(note) is { Success: true } tag)
                    Assert.That(usual.Id, Is.EqualTo(tag.Groups[1].Value.ToLowerInvariant()), note);
                if (model.Item is { QuantIsAssumed: false, Quant: var said } && !quant.Contains(':', StringComparison.Ordinal)) Assert.That(said?.Id ?? "", Is.EqualTo(quant));
                break;
        }
    }

    // Where the collector was in doubt, a refusal or an assumption that is said will do.
    private static bool IsRefusedOrTold(string kind, string text) => kind switch
    {
        "model" => Shipped.Names.Model(text) is { Item: null } or { Assumed.IsEmpty: false },
        "gpu" => Shipped.Names.Cards(text) is { Item: null } or { Assumed.IsEmpty: false },
        _ => false,
    };

    private static void Same<T>(string expected, Resolution<T> found, Func<T, string> id)
        where T : class
    {
        var told = $"{found.Problem} {string.Join(", ", found.Suggestions)} {string.Join("; ", found.Assumed)}";
        if (expected.StartsWith("REFUSE", StringComparison.Ordinal)) Assert.That(found.Item is null ? null : id(found.Item), Is.Null, told);
        else if (expected.StartsWith("MISSING: ", StringComparison.Ordinal)) Assert.That(found.Item is null ? null : id(found.Item), Is.Null.Or.EqualTo(expected["MISSING: ".Length..]), told);
        else if (expected.StartsWith("AMBIGUOUS: ", StringComparison.Ordinal))
        {
            // Of a name that several products share the catalog may have one: taking it is right when it is said.
            if (found.Item is { } one && expected["AMBIGUOUS: ".Length..] == id(one) && !found.Assumed.IsEmpty) return;
            Assert.That(found.Item is null ? null : id(found.Item), Is.Null, told);
            Assert.That(found.Suggestions.Intersect(expected["AMBIGUOUS: ".Length..].Split(" | ")), Is.Not.Empty, told);
        }
        else Assert.That(found.Item is null ? "nothing" : id(found.Item), Is.EqualTo(expected), told);

        if (found.Item is null) Assert.That(found.Problem, Is.Not.Empty);
    }

    [GeneratedRegex("^Ollama default[^:]*: ([A-Za-z0-9_]+)")]
    private static partial Regex OllamaDefault();

    [GeneratedRegex(@"split:([a-z0-9.-]+)")]
    private static partial Regex Split();

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
