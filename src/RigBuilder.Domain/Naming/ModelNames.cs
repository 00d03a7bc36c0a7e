using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// Finds models as people write them. A catalog name is found when all its tokens are there; what is left over must be neutral, a release
/// or the words of a fine-tune, and a size that is left over must be the model's. The name with the most tokens wins.
/// </summary>
internal sealed class ModelNames
{
    private readonly Shelf<LlmModel> _models;
    private readonly QuantNames _quants;
    private readonly ImmutableArray<KnownModel> _known;

    /// <summary>An index over a catalog's models.</summary>
    public ModelNames(Shelf<LlmModel> models, QuantNames quants)
    {
        _models = models;
        _quants = quants;
        _known = [.. models.Items.SelectMany(m => m.Aliases.Prepend(m.Name).Prepend(m.Id).Select(n => new KnownModel(m, n)))];
    }

    /// <summary>The model that a text names, with the quantisation that it says.</summary>
    public Resolution<NamedModel> Find(string text)
    {
        if (_models.Find(text) is { } exact) return WithQuant(Resolution<LlmModel>.Of(exact), ModelSpelling.Of(text));
        var spelling = ModelSpelling.Of(text);
        if (spelling.Refusal is { } refusal) return Resolution<NamedModel>.None($"{NameText.Quoted(text)}: {refusal}") with { Parts = spelling.Parts };
        if (ModelSize.LooksLikeOne(spelling.Stem)) return WithQuant(OfSize(spelling.Stem), spelling) with { Parts = spelling.Parts };
        var found = _models.Find(spelling.Stem) is { } plain ? Resolution<LlmModel>.Of(plain) : ByTokens(spelling);
        return WithQuant(found, spelling) with { Parts = spelling.Parts };
    }

    private Resolution<LlmModel> OfSize(string text)
    {
        if (!ModelSize.TryParse(text, out var size))
            return Resolution<LlmModel>.None($"{NameText.Quoted(text)} is no size of a model: write the parameters, from 1M to 20T, such as 24B, or with the part that works on a token, such as 30B-A3B");
        return TypicalModel.Of(size, text, _models.Items) is var (model, told)
            ? Resolution<LlmModel>.Of(model, told)
            : Resolution<LlmModel>.None($"the catalog has no model to take a typical shape of {NameText.Quoted(text)} from");
    }

    private Resolution<NamedModel> WithQuant(Resolution<LlmModel> found, ModelSpelling spelling)
    {
        if (found.Item is not { } model) return found.Select(m => new NamedModel(m));
        if (spelling.Quant is { } written)
        {
            var quant = _quants.Find(written);
            return quant.Item is null
                ? Resolution<NamedModel>.None($"{model.Name}: {quant.Problem}", quant.Suggestions)
                : Resolution<NamedModel>.Of(new NamedModel(model, quant.Item), found.Assumed.AddRange(quant.Assumed));
        }

        if (Default(model, spelling) is not var (name, why) || _quants.Find(name).Item is not { } usual) return found.Select(m => new NamedModel(m));
        return Resolution<NamedModel>.Of(new NamedModel(model, usual, QuantIsAssumed: true), found.Assumed.Add($"no quantisation in {NameText.Quoted(spelling.Written)}: {usual.Name}, {why}"));
    }

    // Ollama since mid-2024, and llama.cpp's -hf (common/download.cpp).
    private static (string Name, string Why)? Default(LlmModel model, ModelSpelling spelling) =>
        spelling is { Ollama: true } && spelling.Stem.EndsWith("-qat", StringComparison.Ordinal) ? ("q4_0", "for which these weights were trained")
        : spelling is { Ollama: true } && spelling.Written.Contains(':', StringComparison.Ordinal) ? (model.OllamaQuant ?? "q4_k_m", "the default of Ollama's tag")
        : spelling is { Gguf: true, Owner: not null } ? ("q4_k_m", "llama.cpp's default for a repository")
        : null;

    private Resolution<LlmModel> ByTokens(ModelSpelling spelling)
    {
        var tokens = NameTokens.OfModel(spelling.Stem);
        if (spelling.Ollama && !tokens.Any(NameTokens.IsSize) && _models.Find($"{spelling.Stem}:latest") is { } usual)
            return Resolution<LlmModel>.Of(usual, $"{NameText.Quoted(spelling.Written)}: {usual.Name}, Ollama's default size of this name, is meant");
        ImmutableArray<string> telling = [.. tokens.Where(t => !ModelWords.IsNeutral(t) && !NameTokens.IsContext(t))];
        var fits = _known.Select(k => ModelFit.Of(k, tokens)).OfType<ModelFit>().ToArray();
        if (fits.Length > 0)
        {
            var best = fits.Max(f => f.Rank);
            ImmutableArray<ModelFit> winners = [.. fits.Where(f => f.Rank == best).DistinctBy(f => f.Model.Id)];
            return winners is [var only] ? Resolution<LlmModel>.Of(only.Model, only.Told) : Several(spelling, winners.Select(w => w.Model));
        }

        // A text that says less than any name: "Llama 3.1", "Maverick", "deepseek-r1:14b".
        ImmutableArray<LlmModel> wider = [.. _known.Where(k => k.Holds(telling)).Select(k => k.Model).Distinct()];
        if (wider is [var single] && telling.Any(t => t.Length > 2)) return Resolution<LlmModel>.Of(single, $"{NameText.Quoted(spelling.Written)}: {single.Name} is the one model of the catalog that is called so");
        if (telling is [var family] && family.All(char.IsLetter)) wider = [.. _known.Where(k => k.IsOfFamily(family)).Select(k => k.Model).Distinct()];
        if (wider.Length > 1) return Several(spelling, wider);

        // A fine-tune that says the family and the size of its base: "Dolphin3.0-R1-Mistral-24B".
        ImmutableArray<LlmModel> kin = telling.Any(ModelWords.TellsAnotherModel) ? [] : [.. _known.Where(k => k.IsKinOf(telling)).Select(k => k.Model).Distinct()];
        if (kin.Length > 1) return Several(spelling, kin);
        return kin is [var basis]
            ? Resolution<LlmModel>.Of(basis, $"{NameText.Quoted(spelling.Written)} is taken for a fine-tune of {basis.Name}, the one model of the catalog of that family and size")
            : Resolution<LlmModel>.None($"the catalog has no model {NameText.Quoted(spelling.Written)}", Likeness.To(tokens, spelling.Stem, [.. _known.Select(k => (k.Model.Id, k.Tokens))]));
    }

    // Releases of one shape predict alike: the first is taken and the others are told.
    private static Resolution<LlmModel> Several(ModelSpelling spelling, IEnumerable<LlmModel> models)
    {
        ImmutableArray<LlmModel> choices = [.. models];
        var first = choices[0];
        return choices.All(m => m.Shape == first.Shape && m.Architecture == first.Architecture)
            ? Resolution<LlmModel>.Of(first, $"{NameText.Quoted(spelling.Written)}: {first.Name} is taken; {string.Join(" and ", choices.Skip(1).Select(m => m.Name))} would be called so too and {(choices.Length > 2 ? "have" : "has")} the same shape and size")
            : Resolution<LlmModel>.Several(spelling.Written, choices, m => m.Id);
    }
}
