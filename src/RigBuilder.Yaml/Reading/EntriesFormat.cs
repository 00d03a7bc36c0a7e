using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A mapping with free keys and values of one format, such as file sizes by quant.</summary>
/// <param name="key">Format of a key.</param>
/// <param name="element">Format of a value.</param>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed class EntriesFormat<T>(Format<string> key, Format<T> element) : Format<ImmutableArray<KeyValuePair<string, T>>>
{
    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, T>> Placeholder => [];

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<KeyValuePair<string, T>> value)
    {
        value = [];
        if (node is not YamlMapping mapping)
        {
            context.Report(Slip.NodeKind, node, $"expected a mapping, found {node.Noun}", "write { key: value, … }");
            return false;
        }

        var good = !MappingChecks.ReportDuplicateKeys(mapping, context);
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, T>>(mapping.Entries.Length);
        foreach (var (name, written) in mapping.Entries)
        {
            var both = key.TryRead(name, context, out var readKey) & element.TryRead(written, context, out var readValue);
            if (both) entries.Add(new(readKey, readValue));
            else good = false;
        }

        value = entries.DrainToImmutable();
        return good;
    }

    /// <inheritdoc/>
    public override JsonObject Describe() =>
        new() { ["type"] = "object", ["propertyNames"] = key.Describe(), ["additionalProperties"] = element.Describe() };
}
