using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A value written as a single scalar.</summary>
/// <typeparam name="T">The type that is read.</typeparam>
public abstract class ScalarFormat<T> : Format<T>
{
    /// <summary>What is expected, for messages: "a size, for example 24 GiB".</summary>
    protected abstract string Expected { get; }

    /// <inheritdoc/>
    public sealed override bool TryRead(YamlNode node, ReadContext context, out T value)
    {
        if (node is YamlScalar scalar && !node.IsNothing)
            return TryRead(scalar, context, out value);
        context.Report(Slip.NodeKind, node, $"expected {Expected}, found {node.Noun}");
        value = Placeholder;
        return false;
    }

    /// <summary>Reads a scalar that is not nothing; reports at least one error when it fails.</summary>
    protected abstract bool TryRead(YamlScalar scalar, ReadContext context, out T value);
}
