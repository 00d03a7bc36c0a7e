using System.Collections.Concurrent;
using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// What names mean, as people write them: models, quantisations, cards, processors and other parts. The one place where texts become
/// catalog entries; commands, batches, rig files, search fields and detection all ask it. Safe to share between threads.
/// </summary>
public sealed class NameResolver
{
    private const int MostRemembered = 4096;
    private const int Longest = 500;
    private readonly Catalog _catalog;
    private readonly Lazy<ModelNames> _models;
    private readonly Lazy<CardNames> _cards;
    private readonly Lazy<ProcessorNames> _processors;
    private readonly QuantNames _quants;
    private readonly ConcurrentDictionary<string, Resolution<NamedModel>> _modelsFound = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Resolution<NamedCard>> _cardsFound = new(StringComparer.Ordinal);

    /// <summary>The names of a catalog.</summary>
    public NameResolver(Catalog catalog)
        : this(catalog, ImmutableDictionary<string, Resolution<NamedModel>>.Empty)
    {
    }

    /// <summary>The names of a catalog and of models that were read from files.</summary>
    internal NameResolver(Catalog catalog, ImmutableDictionary<string, Resolution<NamedModel>> files)
    {
        Files = files;
        _catalog = catalog;
        _quants = new QuantNames(catalog.Quants);
        _models = new(() => new ModelNames(catalog.Models, _quants));
        _cards = new(() => new CardNames(catalog.Gpus));
        _processors = new(() => new ProcessorNames(catalog.Cpus));
    }

    /// <summary>The model that a text names ("unsloth/Qwen3-8B-GGUF:Q4_K_M", "llama3.1:70b"), with its quantisation where one is said.</summary>
    public Resolution<NamedModel> Model(string text) => Files.TryGetValue(text, out var file) ? file : Remembered(_modelsFound, text, t => _models.Value.Find(t));

    /// <summary>The file that a model's name may refer to where it means nothing else and was not read yet; null otherwise.</summary>
    public ModelReference? Unread(string text) => Files.ContainsKey(text) ? null : ModelReference.Of(text) ?? (ModelReference.Like(text) is { } file && Model(text).Item is null ? file : null);

    /// <summary>The quantisation that a text names ("UD-Q4_K_XL", "fp16", "Q6_K_L").</summary>
    public Resolution<Quant> Quant(string text) => TooLong<Quant>(text) ?? _quants.Find(text);

    /// <summary>The cards that a text names ("2x RTX 3090", "AMD Radeon RX 7900 XTX (RADV NAVI31)", "10de:2204").</summary>
    public Resolution<NamedCard> Cards(string text) => Remembered(_cardsFound, text, t => _cards.Value.Find(t));

    /// <summary>The processor that a text names.</summary>
    public Resolution<Cpu> Processor(string text) => TooLong<Cpu>(text) ?? _processors.Value.Find(text);

    /// <summary>The part of a kind that a text names. Several cards are one part; <see cref="Cards"/> counts them.</summary>
    public Resolution<Part> Part(PartKind kind, string text) => kind switch
    {
        PartKind.Gpu => Cards(text).Select(c => (Part)c.Gpu),
        PartKind.Cpu => Processor(text).Select(c => (Part)c),
        _ => Plain(kind, text),
    };

    /// <summary>What was read from the files that models are named by; a file that cannot be read is a reason there.</summary>
    internal ImmutableDictionary<string, Resolution<NamedModel>> Files { get; }

    /// <summary>The cards that a detected name may mean, whatever their memory.</summary>
    /// <param name="name">As a driver or tool tells it.</param>
    /// <param name="laptop">Whether the card is known to be a laptop's.</param>
    public ImmutableArray<Gpu> CardsCalled(CardName name, bool laptop) => name.In(_cards.Value, laptop);

    // Boards, kits, drives, supplies, cases and coolers: exact names, letter case and separators apart; kits by their figures, too.
    private Resolution<Part> Plain(PartKind kind, string text)
    {
        if (TooLong<Part>(text) is { } refused) return refused;
        if (_catalog.Exactly(kind, text) is { } exact) return Resolution<Part>.Of(exact);
        if (kind == PartKind.Memory)
        {
            if (MemoryFigures.TryRead(text, out var kit, out var problem)) return Resolution<Part>.Of(kit!);
            if (problem is not null) return Resolution<Part>.None(problem);
        }

        if (kind == PartKind.Machine && Sizes(text) is { IsEmpty: false } sizes)
            return sizes is [var only] ? Resolution<Part>.Of(only) : Resolution<Part>.Several(text, sizes, m => m.Id);

        return Resolution<Part>.None(
            $"the catalog has no {kind.ToString().ToLowerInvariant()} {NameText.Quoted(text)}",
            Likeness.To(NameTokens.OfPart(text), text, [.. _catalog.PartsOf(kind).SelectMany(p => p.Aliases.Prepend(p.Name).Prepend(p.Id).Select(n => (p.Id, NameTokens.OfPart(n))))]));
    }

    // A machine without the size of its memory, or with a size as people write it: "Mac Studio M3 Ultra 512GB", "mac-studio-m3-ultra (512 GB)".
    private ImmutableArray<Part> Sizes(string text)
    {
        var words = NameTokens.OfPart(text).Where(t => t is not ("gb" or "gib" or "ram" or "memory" or "unified" or "apple" or "nvidia")).ToArray();
        if (words.Length == 0) return [];
        return [.. _catalog.Machines.Items.Where(m => m.Aliases.Prepend(m.Name).Prepend(m.Id).Any(name => Says(NameTokens.OfPart(name), words)))];

        static bool Says(ImmutableArray<string> name, string[] said)
        {
            var left = name.ToList();
            return said.All(left.Remove) && left.All(t => t is "gb" or "gib" or "apple" or "nvidia" || int.TryParse(t, out var size) && size % 8 == 0);
        }
    }

    // Links to files are the longest names; what is longer was never one, and taking it apart would take seconds.
    private static Resolution<T>? TooLong<T>(string text)
        where T : class => text.Length <= Longest ? null : Resolution<T>.None($"{NameText.Quoted(text)} has {text.Length} characters; a name has {Longest} at most");

    private static Resolution<T> Remembered<T>(ConcurrentDictionary<string, Resolution<T>> known, string text, Func<string, Resolution<T>> find)
        where T : class
    {
        if (TooLong<T>(text) is { } refused) return refused;
        if (known.TryGetValue(text, out var found)) return found;
        found = find(text);
        if (known.Count < MostRemembered) known.TryAdd(text, found);
        return found;
    }
}
