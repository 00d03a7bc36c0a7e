using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A list whose elements have one format. Every element is read, so all errors are reported.</summary>
/// <param name="element">Format of an element.</param>
/// <param name="least">Fewest elements.</param>
/// <param name="most">Most elements.</param>
/// <param name="distinct">Whether an element may stand only once.</param>
/// <typeparam name="T">Type of an element.</typeparam>
public sealed class ListFormat<T>(Format<T> element, int least = 0, int most = 10_000, bool distinct = false) : Format<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Placeholder => [];

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not YamlSequence sequence)
        {
            context.Report(Slip.NodeKind, node, $"expected a list, found {node.Noun}", node is YamlScalar { IsNothing: false } one ? $"write [{Excerpt.Of(one.Text)}]" : "write [ … ], or one '- ' line per element");
            return false;
        }

        var count = sequence.Items.Length;
        var good = count >= least && count <= most;
        if (!good)
            context.Report(Slip.ListLength, node, count < least ? $"the list needs at least {least} element{(least == 1 ? "" : "s")}, it has {count}" : $"the list has {count} elements, more than {most}");
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(count, most));
        foreach (var item in sequence.Items.AsSpan()[..Math.Min(count, most)])
        {
            if (!element.TryRead(item, context, out var read)) good = false;
            else if (distinct && items.Contains(read)) good = Twice(item, context);
            else items.Add(read);
        }

        value = items.DrainToImmutable();
        return good;
    }

    /// <inheritdoc/>
    public override JsonObject Describe()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = element.Describe() };
        if (least > 0) schema["minItems"] = least;
        if (distinct) schema["uniqueItems"] = true;
        return schema;
    }

    private static bool Twice(YamlNode item, ReadContext context)
    {
        context.Report(Slip.DuplicateElement, item, item is YamlScalar scalar ? $"'{Excerpt.Of(scalar.Text)}' stands twice in this list" : "this element stands twice in the list", "remove one of the two");
        return false;
    }
}
