using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RigBuilder.Yaml.Syntax;

/// <summary>
/// Builds the node tree of one document from YamlDotNet's events, within <see cref="YamlLimits"/>. On a failure it keeps
/// the complete entries of the root mapping and of the lists right below it: lists of independent entries stay usable.
/// </summary>
internal sealed class YamlTreeBuilder(string text)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>What went wrong, or null.</summary>
    public SyntaxFailure? Failure { get; private set; }

    /// <summary>The root node; null for an empty file or when nothing could be kept.</summary>
    public YamlNode? Build()
    {
        if (Next() is null) return null;                                    // stream start
        if (Next() is not DocumentStart) return null;                       // stream end: nothing but comments
        if (Next() is not { } first) return null;
        var root = Node(first, 0);
        if (Failure is not null) return root;
        if (Next() is null) return root;                                    // document end
        if (Next() is DocumentStart second)
            Failure = new SyntaxFailure("RB1004", Span(second.Start, 3), "the file holds more than one document",
                "remove '---' or split the file", "only the first document would be read");
        return root;
    }

    private YamlNode? Node(ParsingEvent current, int depth)
    {
        if (depth > YamlLimits.Depth)
            return Fail("RB1006", Span(current.Start, 1), $"nested more than {YamlLimits.Depth} levels deep", null);
        if (++_nodes > YamlLimits.Nodes)
            return Fail("RB1007", Span(current.Start, 1), $"the file has more than {YamlLimits.Nodes:N0} nodes (aliases expanded)", null);
        var before = _nodes;
        var node = current switch
        {
            AnchorAlias alias => Alias(alias),
            Scalar scalar => ScalarOf(scalar),
            SequenceStart start => Sequence(start, depth),
            MappingStart start => Mapping(start, depth),
            _ => Fail("RB1002", Span(current.Start, 1), "something else than a value stands here", null),
        };
        if (current is not NodeEvent { Anchor.IsEmpty: false } anchored || current is AnchorAlias) return node;
        if (node is not null) _anchors[anchored.Anchor.Value] = (node, _nodes - before + 1);
        return node;
    }

    private YamlNode? Alias(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var target))
            return Fail("RB1008", Span(alias.Start, name.Length + 1), $"'*{name}' refers to nothing that stands before it", $"define '&{name}' earlier, or quote the text");
        if (target.Size > YamlLimits.Nodes - _nodes)
            return Fail("RB1007", Span(alias.Start, name.Length + 1), $"the file has more than {YamlLimits.Nodes:N0} nodes (aliases expanded)", null);
        _nodes += target.Size;
        return target.Node;
    }

    private static YamlScalar ScalarOf(Scalar scalar)
    {
        var oneLine = scalar.Start.Line == scalar.End.Line;
        var width = oneLine ? Math.Max(1, (int)(scalar.End.Column - scalar.Start.Column)) : 1;
        var offset = scalar.Style == ScalarStyle.Plain ? 0 : 1;
        var faithful = oneLine && scalar.Style is ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted
            && width == scalar.Value.Length + (2 * offset);
        return new YamlScalar(Span(scalar.Start, width), scalar.Value, scalar.Style == ScalarStyle.Plain, faithful ? offset : -1);
    }

    private YamlSequence? Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is { } next && next is not SequenceEnd)
        {
            if (Node(next, depth + 1) is not { } item) break;
            items.Add(item);
            if (Failure is not null) break;
        }

        return Failure is null || depth <= 1 ? new YamlSequence(items.Count > 0 ? items[0].Span : Span(start.Start, 1), items.DrainToImmutable()) : null;
    }

    private YamlMapping? Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (Next() is { } next && next is not MappingEnd)
        {
            if (next is not Scalar key)
            {
                Fail("RB1010", Span(next.Start, 1), "a key must be a single word or text", "write 'key: value'; quote a value that starts with '{' or '['");
                break;
            }

            if (Next() is not { } first || Node(first, depth + 1) is not { } value) break;
            entries.Add(new YamlEntry(ScalarOf(key), value));
            if (Failure is not null) break;
        }

        return Failure is null || depth == 0 ? new YamlMapping(entries.Count > 0 ? entries[0].Key.Span : Span(start.Start, 1), entries.DrainToImmutable()) : null;
    }

    private YamlNode? Fail(string code, SourceSpan span, string message, string? help)
    {
        Failure ??= new SyntaxFailure(code, span, message, help, null);
        return null;
    }

    private ParsingEvent? Next()
    {
        if (Failure is not null) return null;
        try
        {
            if (_parser.MoveNext()) return _parser.Current;
        }
        catch (YamlException e)
        {
            Failure = SyntaxFailure.Of(e, text);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // YamlDotNet lets some arithmetic and index errors of its own escape on mangled input.
            Failure = new SyntaxFailure("RB1002", new SourceSpan(0, 0, 1), "the file is not YAML: " + e.Message, null, null);
        }

        return null;
    }

    private static SourceSpan Span(Mark start, int length) => new((int)start.Line, (int)start.Column, length);
}
