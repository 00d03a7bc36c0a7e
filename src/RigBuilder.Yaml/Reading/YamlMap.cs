using System.Diagnostics.CodeAnalysis;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>
/// A mapping seen by the function that makes a value of it. The function runs in two ways: over a written mapping, to read
/// it, and over none, to list its keys for the JSON Schema and for "did you mean". So it must ask for every key
/// unconditionally and in a straight line; what depends on values belongs into the check of its <see cref="MapFormat{T}"/>.
/// </summary>
public abstract class YamlMap
{
    private protected YamlMap()
    {
    }

    /// <summary>A value that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="format">How the value is written.</param>
    /// <param name="doc">One sentence for editors and error messages.</param>
    /// <param name="example">A value as written in YAML ("24 GiB").</param>
    public T Required<T>(string key, Format<T> format, string doc, string? example = null) =>
        TryTake(key, format, isRequired: true, doc, example, out var value) ? value : format.Placeholder;

    /// <summary>A value that may be left out; null then.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public T? Optional<T>(string key, Format<T> format, string doc, string? example = null)
        where T : class =>
        TryTake(key, format, isRequired: false, doc, example, out var value) ? value : null;

    /// <summary>A value of a value type that may be left out; null then.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public T? OptionalValue<T>(string key, Format<T> format, string doc, string? example = null)
        where T : struct =>
        TryTake(key, format, isRequired: false, doc, example, out var value) ? value : null;

    /// <summary>A value that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="format">How the value is written.</param>
    /// <param name="fallback">The value when it is left out.</param>
    /// <param name="doc">One sentence for editors and error messages.</param>
    /// <param name="example">A value as written in YAML.</param>
    public T OrElse<T>(string key, Format<T> format, T fallback, string doc, string? example = null) =>
        TryTake(key, format, isRequired: false, doc, example, out var value) ? value : fallback;

    /// <summary>The value written under a key; null when there is none to read.</summary>
    private protected abstract YamlNode? Seek(string key, AnyFormat format, bool isRequired, string doc, string? example);

    /// <summary>Takes the errors of a value that <see cref="Seek"/> found.</summary>
    private protected abstract ReadContext Context { get; }

    /// <summary>Notes that a value could not be read.</summary>
    private protected abstract void Fail();

    // Not virtual: generic virtual calls cost a look-up each, and loading a catalog makes thousands.
    private bool TryTake<T>(string key, Format<T> format, bool isRequired, string doc, string? example, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (Seek(key, format, isRequired, doc, example) is not { } node) return false;
        if (format.TryRead(node, Context, out value)) return true;
        Fail();
        return false;
    }
}
