using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A list, or one element without brackets.</summary>
internal sealed class OneOrManyFormat<T>(Format<T> element, ListFormat<T> list) : Format<ImmutableArray<T>>
{
    public override ImmutableArray<T> Placeholder => [];

    public override JsonObject Describe() => new() { ["anyOf"] = new JsonArray(element.Describe(), list.Describe()) };

    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<T> value)
    {
        if (node is YamlSequence) return list.TryRead(node, context, out value);
        var good = element.TryRead(node, context, out var one);
        value = good ? [one] : [];
        return good;
    }
}
