using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A mapping that becomes a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type that is read.</typeparam>
public sealed class MapFormat<T> : Format<T>
{
    private readonly Func<YamlMap, T> _make;
    private readonly Action<T, MapCheck>? _check;
    private readonly Lazy<Declared> _declared;

    /// <summary>A format that is described and read by one function.</summary>
    /// <param name="noun">What such a mapping is, for messages: "gpu".</param>
    /// <param name="doc">One sentence for editors.</param>
    /// <param name="make">Asks for every key, in a straight line, and makes the value (see <see cref="YamlMap"/>).</param>
    /// <param name="check">Checks values against each other; runs only when all of them could be read.</param>
    public MapFormat(string noun, string doc, Func<YamlMap, T> make, Action<T, MapCheck>? check = null)
    {
        (Noun, Doc, _make, _check) = (noun, doc, make, check);
        _declared = new(() =>
        {
            var map = new DeclaringMap();
            var placeholder = make(map);
            return new Declared(map.Fields, placeholder);
        });
    }

    /// <summary>What such a mapping is: "gpu".</summary>
    public string Noun { get; }

    /// <summary>One sentence about it.</summary>
    public string Doc { get; }

    /// <summary>Its keys, as declared.</summary>
    public ImmutableArray<FieldDeclaration> Fields => _declared.Value.Fields;

    /// <inheritdoc/>
    public override T Placeholder => _declared.Value.Placeholder;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, ReadContext context, out T value)
    {
        if (node is not YamlMapping mapping)
        {
            context.Report(Slip.NodeKind, node, $"expected a {Noun} with keys, found {node.Noun}", $"write {{ {string.Join(", ", Fields.Take(3).Select(f => $"{f.Key}: {f.Example ?? "…"}"))} }}");
            value = Placeholder;
            return false;
        }

        var errors = context.Errors;
        var map = new ReadingMap(mapping, Noun, context);
        value = _make(map);
        map.CheckKeys(() => Fields);
        if (map.Failed) return false;
        _check?.Invoke(value, new MapCheck(mapping, Noun, context));
        return context.Errors == errors;
    }

    /// <inheritdoc/>
    public override JsonObject Describe()
    {
        var properties = new JsonObject();
        foreach (var field in Fields) properties[field.Key] = DescribeField(field);
        var schema = new JsonObject { ["type"] = "object", ["description"] = Doc, ["properties"] = properties, ["additionalProperties"] = false };
        var required = Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Key).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return schema;
    }

    private static JsonObject DescribeField(FieldDeclaration field)
    {
        var schema = field.Format.Describe();
        schema["description"] = field.Doc;
        if (field.Example is { } example && schema["type"] is JsonValue type && type.ToString() == "string")
            schema["examples"] = new JsonArray(example.Trim('"'));
        return schema;
    }

    private sealed record Declared(ImmutableArray<FieldDeclaration> Fields, T Placeholder);
}
