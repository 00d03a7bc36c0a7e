using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RigBuilder.Domain.Catalogs;

/// <summary>
/// The entries of one kind in catalog order, found by id, exact name or alias. Letter case, blanks, hyphens and underscores
/// do not matter ("llama-2-7b" finds "Llama 2 7B"); parts of names never match.
/// </summary>
/// <typeparam name="T">Entry type.</typeparam>
public sealed class Shelf<T>
    where T : class
{
    private readonly FrozenDictionary<string, T> _byId;
    private readonly FrozenDictionary<string, T> _byName;

    private Shelf(ImmutableArray<T> items, FrozenDictionary<string, T> byId, FrozenDictionary<string, T> byName) =>
        (Items, _byId, _byName) = (items, byId, byName);

    /// <summary>The entries in catalog order.</summary>
    public ImmutableArray<T> Items { get; }

    /// <summary>All ids.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>Builds a shelf.</summary>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public static Shelf<T> Of(IEnumerable<T> items, Func<T, string> id, Func<T, string> name, Func<T, IReadOnlyList<string>> aliases)
    {
        var all = items.ToImmutableArray();
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in all)
            foreach (var key in (string[])[id(item), name(item), .. aliases(item)])
                byName.TryAdd(Normalise(key), item);
        return new Shelf<T>(all, all.ToFrozenDictionary(id, StringComparer.Ordinal), byName.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The entry with this id, name or alias; null when there is none.</summary>
    public T? Find(string idOrName) =>
        _byId.TryGetValue(idOrName, out var exact) ? exact : _byName.GetValueOrDefault(Normalise(idOrName));

    /// <summary>The comparison key of a name: lower case, letters, digits, dots, plus signs and the colon of a tag only.</summary>
    public static string Normalise(string name) =>
        string.Create(name.Count(Keep), name, (span, text) =>
        {
            var i = 0;
            foreach (var c in text)
                if (Keep(c)) span[i++] = char.ToLowerInvariant(c);
        });

    private static bool Keep(char c) => char.IsLetterOrDigit(c) || c is '.' or '+' or ':';
}
