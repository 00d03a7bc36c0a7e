using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>Anything, taken as it is: for values whose form another reader knows.</summary>
/// <param name="describe">The JSON Schema of what that reader takes.</param>
public sealed class NodeFormat(Func<JsonObject> describe) : Format<YamlNode>
{
    /// <inheritdoc/>
    public override YamlNode Placeholder { get; } = new YamlScalar(default, "", isPlain: true, contentOffset: 0);

    /// <inheritdoc/>
    public override JsonObject Describe() => describe();

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, ReadContext context, out YamlNode value)
    {
        value = node;
        return true;
    }
}
