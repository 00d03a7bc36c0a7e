using System.Collections.Immutable;
using RigBuilder.Domain.Models;

namespace RigBuilder.Domain.Naming;

/// <summary>One of the names of a catalog's model, cut into tokens.</summary>
internal sealed class KnownModel
{
    private const double Rounding = 0.03;
    private const string Latest = ":latest";

    /// <summary>A name of a model.</summary>
    public KnownModel(LlmModel model, string name)
    {
        Model = model;
        IsDefaultTag = name.EndsWith(Latest, StringComparison.Ordinal);
        Tokens = NameTokens.OfModel(IsDefaultTag ? name[..^Latest.Length] : name);
        Sizes = [.. model.Aliases.Prepend(model.Name).Prepend(model.Id).SelectMany(n => NameTokens.OfModel(n)).Where(t => NameTokens.IsSize(t) || NameTokens.IsActive(t)).Distinct()];
    }

    /// <summary>The model.</summary>
    public LlmModel Model { get; }

    /// <summary>Tokens of this name.</summary>
    public ImmutableArray<string> Tokens { get; }

    /// <summary>Whether the name is only a default of Ollama's ("llama3.1:latest"), found as a whole or not at all.</summary>
    public bool IsDefaultTag { get; }

    private ImmutableArray<string> Sizes { get; }

    /// <summary>Whether a size is the model's: one of its names has it, the number of its experts or its parameters give it.</summary>
    public bool HasSize(string size)
    {
        if (Sizes.Contains(size) || Sizes.Contains("a" + size)) return true;
        if (NameTokens.IsActive(size) || !ModelSize.TryParse(size, out var said)) return false;
        return said.Experts is { } experts ? experts.Count == Model.Shape.Experts?.Count : Math.Abs(said.Total!.Value - Model.Parameters) <= Rounding * Model.Parameters;
    }

    /// <summary>Whether this name holds all these tokens, sizes by any of the model's names.</summary>
    public bool Holds(ImmutableArray<string> telling) =>
        !IsDefaultTag && telling.Any(t => Tokens.Contains(t) && !IsAnySize(t)) && telling.All(t => IsAnySize(t) ? HasSize(t) : Tokens.Contains(t));

    /// <summary>Whether this name begins with a family's word, with a version or without: "qwen" and Qwen3, "llama" and Llama 3.1.</summary>
    public bool IsOfFamily(string word) => !IsDefaultTag && Tokens.Length > 0 && Tokens[0].StartsWith(word, StringComparison.Ordinal) && (Tokens[0].Length == word.Length || !char.IsLetter(Tokens[0][word.Length]));

    /// <summary>Whether these tokens have the first word of this name and sizes that are all the model's.</summary>
    public bool IsKinOf(ImmutableArray<string> telling) =>
        !IsDefaultTag && Tokens.Length > 0 && telling.Contains(Tokens[0]) && telling.Any(NameTokens.IsSize) && telling.Where(IsAnySize).All(HasSize);

    private static bool IsAnySize(string token) => NameTokens.IsSize(token) || NameTokens.IsActive(token);
}
