using System.Collections.Immutable;

namespace RigBuilder.Fit.Regression;

/// <summary>The coefficients of a model by name; asking for a new name adds it.</summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<Parameter> _all = [];

    /// <summary>All coefficients in order of their first use.</summary>
    public IReadOnlyList<Parameter> All => _all;

    /// <summary>The index of a coefficient; it is added with its prior when it is new.</summary>
    public int Index(string name, double mean, double deviation)
    {
        if (_index.TryGetValue(name, out var known)) return known;
        _index[name] = _all.Count;
        _all.Add(new Parameter(name, mean, deviation));
        return _all.Count - 1;
    }

    /// <summary>The index of a coefficient; null when there is none of this name.</summary>
    public int? Find(string name) => _index.TryGetValue(name, out var known) ? known : null;

    /// <summary>The fitted values of all coefficients whose name starts so, by the rest of their name.</summary>
    public ImmutableDictionary<string, double> Level(string prefix, double[] values) =>
        _index.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToImmutableDictionary(p => p.Key[prefix.Length..], p => values[p.Value]);
}
