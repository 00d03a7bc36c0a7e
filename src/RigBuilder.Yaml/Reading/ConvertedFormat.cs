using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A format whose values are turned into another type by a function that cannot fail.</summary>
internal sealed class ConvertedFormat<TFrom, TTo>(Format<TFrom> inner, Func<TFrom, YamlNode, ReadContext, TTo> convert, TTo placeholder) : Format<TTo>
{
    public override TTo Placeholder => placeholder;

    public override JsonObject Describe() => inner.Describe();

    public override bool TryRead(YamlNode node, ReadContext context, out TTo value)
    {
        var good = inner.TryRead(node, context, out var read);
        value = good ? convert(read, node, context) : placeholder;
        return good;
    }
}
