using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A value in a short form (one scalar) or in a long one (a mapping or a list).</summary>
internal sealed class EitherFormat<T>(Format<T> shortForm, Format<T> longForm) : Format<T>
{
    public override T Placeholder => longForm.Placeholder;

    public override JsonObject Describe() => new() { ["anyOf"] = new JsonArray(shortForm.Describe(), longForm.Describe()) };

    public override bool TryRead(YamlNode node, ReadContext context, out T value) =>
        node is YamlScalar ? shortForm.TryRead(node, context, out value) : longForm.TryRead(node, context, out value);
}
