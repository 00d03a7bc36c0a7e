using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>How values of a type are written. Immutable and safe to share.</summary>
/// <typeparam name="T">The type that is read.</typeparam>
public abstract class Format<T> : AnyFormat
{
    /// <summary>A harmless value that stands in where reading failed; it never leaves the reader.</summary>
    public abstract T Placeholder { get; }

    /// <summary>Reads a value. Everything wrong is reported to the context; the method reports at least one error when it fails.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="context">Takes the errors.</param>
    /// <param name="value">The value, or a placeholder when reading failed.</param>
    public abstract bool TryRead(YamlNode node, ReadContext context, out T value);
}
