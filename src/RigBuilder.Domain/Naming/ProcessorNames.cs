using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Naming;

/// <summary>Finds processors as people and systems write them: "7950X", "i9 13900KS", "AMD EPYC 7763 64-Core Processor".</summary>
internal sealed partial class ProcessorNames
{
    private static readonly FrozenSet<string> Optional =
        new[] { "ryzen", "core", "threadripper", "pro", "epyc", "xeon", "ultra", "gold", "silver", "platinum", "i", "ai", "max" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Shelf<Cpu> _cpus;
    private readonly ImmutableArray<(Cpu Cpu, ImmutableArray<string> Tokens)> _known;

    /// <summary>An index over a catalog's processors.</summary>
    public ProcessorNames(Shelf<Cpu> cpus)
    {
        _cpus = cpus;
        _known = [.. cpus.Items.SelectMany(c => c.Aliases.Prepend(c.Name).Prepend(c.Id).Select(n => (c, Tokens(n))))];
    }

    /// <summary>The processor that a text names.</summary>
    public Resolution<Cpu> Find(string text)
    {
        if (_cpus.Find(text) is { } exact) return Resolution<Cpu>.Of(exact);
        var said = Tokens(text);
        ImmutableArray<Cpu> found = [.. _known.Where(k => Fits(said, k.Tokens)).Select(k => k.Cpu).Distinct()];
        return found switch
        {
            [var only] => Resolution<Cpu>.Of(only),
            [] => Resolution<Cpu>.None($"the catalog has no cpu {NameText.Quoted(text)}", Likeness.To(said, text, [.. _known.Select(k => (k.Cpu.Id, k.Tokens))])),
            _ => Resolution<Cpu>.Several(text, found, c => c.Id),
        };
    }

    /// <summary>The words of a name that make the product, without what vendors decorate it with; none for a name that says nothing.</summary>
    internal static ImmutableArray<string> Tokens(string text)
    {
        text = Decoration().Replace(text, " ").Replace("plus", "+", StringComparison.OrdinalIgnoreCase);
        return [.. NameTokens.OfPart(text).Where(t => t is not ("amd" or "intel" or "cpu" or "processor" or "apu" or "soc"))];
    }

    private static bool Fits(ImmutableArray<string> said, ImmutableArray<string> name)
    {
        var missing = name.ToList();
        if (!said.Any(t => char.IsAsciiDigit(t[0]) && t.Length > 2) && said.Length < name.Length) return false;
        return said.Length > 0 && said.All(missing.Remove) && missing.All(t => Optional.Contains(t) || t is [>= '0' and <= '9']);
    }

    // "(R)", "@ 3.60GHz", "12th Gen", "with Radeon Graphics", "16-Core Processor".
    [GeneratedRegex(@"\((?:R|TM|C)\)|[®™©]|@\s*[\d.]+\s*[GM]Hz|^\s*\d{1,2}(?:st|nd|rd|th) Gen\b|\b(?:with|w/)\s+Radeon.*$|\b(?:\d+|Dual|Quad|Six|Eight|Twelve|Sixteen)-Cores?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();
}
