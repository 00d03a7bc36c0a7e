using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>Reports contradictions between the values of a mapping that was read.</summary>
public readonly struct MapCheck
{
    private readonly YamlMapping _mapping;
    private readonly string _noun;
    private readonly ReadContext _context;

    internal MapCheck(YamlMapping mapping, string noun, ReadContext context) => (_mapping, _noun, _context) = (mapping, noun, context);

    /// <summary>Reports an error at a key's value, unless the condition holds.</summary>
    /// <param name="holds">What must be true.</param>
    /// <param name="key">The key to point at; the mapping itself when the key is not there.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to write instead.</param>
    /// <param name="why">Why it is required.</param>
    public void Require(bool holds, string key, string message, string? help = null, string? why = null)
    {
        if (!holds) _context.Report(Slip.Contradiction, At(key), $"{MappingChecks.Describe(_mapping, _noun)}: {message}", help, why);
    }

    /// <summary>Reports a warning at a key's value.</summary>
    /// <param name="code">The full code ("RB2010").</param>
    /// <param name="key">The key to point at; the mapping itself when the key is not there.</param>
    /// <param name="message">What is doubtful.</param>
    /// <param name="help">What to write instead.</param>
    /// <param name="why">Why it matters.</param>
    public void Warn(string code, string key, string message, string? help = null, string? why = null) =>
        _context.Report(code, DiagnosticSeverity.Warning, At(key), message, help, why);

    /// <summary>Whether a key is written.</summary>
    public bool Has(string key) => _mapping.Find(key) is { IsNothing: false };

    /// <summary>The text of a key's scalar; null when the key is not written or holds something else.</summary>
    public string? Text(string key) => (_mapping.Find(key) as YamlScalar)?.Text;

    private SourceSpan At(string key) => _mapping.Find(key)?.Span ?? _mapping.Span;
}
