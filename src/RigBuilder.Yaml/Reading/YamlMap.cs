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
        Take(key, format, isRequired: true, doc, example, format.Placeholder);

    /// <summary>A value that may be left out; null then.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public T? Optional<T>(string key, Format<T> format, string doc, string? example = null)
        where T : class =>
        Take<T, T?>(key, format, doc, example, null, static value => value);

    /// <summary>A value of a value type that may be left out; null then.</summary>
    /// <inheritdoc cref="Required{T}"/>
    public T? OptionalValue<T>(string key, Format<T> format, string doc, string? example = null)
        where T : struct =>
        Take<T, T?>(key, format, doc, example, null, static value => value);

    /// <summary>A value that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="format">How the value is written.</param>
    /// <param name="fallback">The value when it is left out.</param>
    /// <param name="doc">One sentence for editors and error messages.</param>
    /// <param name="example">A value as written in YAML.</param>
    public T OrElse<T>(string key, Format<T> format, T fallback, string doc, string? example = null) =>
        Take(key, format, isRequired: false, doc, example, fallback);

    private protected abstract T Take<T>(string key, Format<T> format, bool isRequired, string doc, string? example, T fallback);

    private protected abstract TResult Take<T, TResult>(string key, Format<T> format, string doc, string? example, TResult fallback, Func<T, TResult> wrap);
}
