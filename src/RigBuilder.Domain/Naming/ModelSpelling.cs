using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RigBuilder.Domain.Naming;

/// <summary>A model's name taken apart: owner, repository or file, tag, quantisation, shards.</summary>
/// <param name="Written">The whole text.</param>
/// <param name="Stem">What is left to tell the model by.</param>
internal sealed partial record ModelSpelling(string Written, string Stem)
{
    /// <summary>Owner of the repository ("unsloth"); null when none is written.</summary>
    public string? Owner { get; private init; }

    /// <summary>The quantisation in file name or tag; null when none is written.</summary>
    public QuantSpelling? Quant { get; private init; }

    /// <summary>Whether it is a name of Ollama's library: "name:tag", or a bare name in small letters.</summary>
    public bool Ollama { get; private init; }

    /// <summary>Whether it is a repository or a file of GGUF.</summary>
    public bool Gguf { get; private init; }

    /// <summary>Number of files that the model is split into; 1 when nothing is said.</summary>
    public int Shards { get; private init; } = 1;

    /// <summary>Why it is no model that can run here; null when nothing is against it.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The parts in words, for people who ask what was understood.</summary>
    public ImmutableArray<string> Parts =>
    [
        .. Owner is null ? ImmutableArray<string>.Empty : [$"owner {Owner}"],
        $"model {Stem}",
        .. Quant is null ? ImmutableArray<string>.Empty : [$"quantisation {Quant.Written}{(Quant.Imatrix ? " (with an importance matrix: same size)" : "")}"],
        .. Shards > 1 ? [$"split into {Shards} files"] : ImmutableArray<string>.Empty,
    ];

    /// <summary>Takes a name apart. Every text can be taken apart; whether it names a model is for the catalog to say.</summary>
    public static ModelSpelling Of(string written)
    {
        var text = Address().Replace(written.Trim(), "");
        var cut = text.LastIndexOfAny(['/', '\\']);
        var folders = cut < 0 ? [] : text[..cut].Split('/', '\\');
        var (last, tag) = Tagged(text[(cut + 1)..]);
        // "owner/repository:file.gguf".
        if (tag is not null && Extension().IsMatch(tag)) (last, tag) = (tag, null);
        var file = Extension().IsMatch(last);
        // A file lies in folders; only a repository has an owner.
        var owner = folders.Length == 1 && !file && folders[0].Length > 0 && folders[0] != "." ? folders[0] : null;
        var stem = Extension().Replace(last, "");
        var shards = 1;
        if (Shard().Match(stem) is { Success: true } shard)
        {
            shards = int.TryParse(shard.Groups[1].Value, out var count) ? Math.Max(1, count) : 1;
            stem = stem[..shard.Index];
        }

        var gguf = file || Repository().IsMatch(stem);
        stem = Repository().Replace(stem, "");
        var spelling = new ModelSpelling(written, stem) { Owner = owner, Shards = shards, Gguf = gguf, Refusal = Against(last, tag) };
        return spelling.WithTag(tag, folders).WithQuantInName();
    }

    private ModelSpelling WithTag(string? tag, string[] folders)
    {
        if (tag is null) return this with { Ollama = Owner is null && !Gguf && Stem == Stem.ToLowerInvariant() && !Stem.Contains(' ', StringComparison.Ordinal) };
        if (tag is "latest" or "free") return this with { Ollama = tag == "latest" };
        var (quant, rest) = QuantSpelling.Find(tag) is var (found, left) ? (found, Trimmed(left)) : (null, tag);
        return this with { Quant = quant, Stem = $"{Stem} {rest}".Trim(), Ollama = rest.Length > 0 && !Gguf && (folders.Length == 0 || Owner is "library" or "ai") };
    }

    private ModelSpelling WithQuantInName()
    {
        if (Quant is not null || QuantSpelling.Find(Stem) is not var (quant, rest)) return this;
        rest = Repository().Replace(Trimmed(rest), "");
        return rest.Any(char.IsLetterOrDigit) ? this with { Quant = quant, Stem = rest } : this;
    }

    private static string Trimmed(string text) => text.Trim('-', '_', '.', ' ', '(', ')');

    private static (string Name, string? Tag) Tagged(string last)
    {
        var colon = last.IndexOfAny([':', '@']);
        return colon <= 0 ? (last, null) : (last[..colon], last[(colon + 1)..].Trim());
    }

    private static string? Against(string name, string? tag) =>
        tag is not null && (tag == "cloud" || tag.EndsWith("-cloud", StringComparison.Ordinal)) ? "a ':cloud' tag runs on Ollama's servers and nowhere else"
        : SideFile().Match(tag is null ? name : $"{name}:{tag}") is { Success: true } side ? $"'{side.Value.Trim('-', '.', ':')}' files go along with a model (projector, draft head, importance matrix) and are none" : null;

    [GeneratedRegex(@"^(https?://)?((www\.)?(huggingface\.co|hf\.co|ollama\.com|registry\.ollama\.ai|docker\.io)/)(library/)?|^hf:|[?#].*$|/(resolve|blob|tree)/main(?=/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\.(gguf|ggml|bin|safetensors)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[-.]0*\d{1,5}-of-0*(\d{1,5})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shard();

    [GeneratedRegex(@"[-_.\s](i1-)?(gguf|ggml)(-iq-imatrix|-imatrix|-imat)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Repository();

    // The names that llama.cpp leaves out when it looks for a model (common/download.cpp).
    [GeneratedRegex(@"(^|:)(mmproj|mtp|eagle3|dflash|dspark|imatrix)[-.]|\.imatrix$|[-.](mmproj|dflash|dspark|eagle3)[-.]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SideFile();
}
