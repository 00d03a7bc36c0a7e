using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Expressions;

namespace RigBuilder.Rules.Model;

/// <summary>
/// A message with placeholders: "{model.name} needs {plan.vram_needed}". A placeholder is any expression whose value can be
/// printed; "{x:percent}", "{x:decimal}" and "{x:whole}" choose how a number prints. "{{" and "}}" are braces.
/// </summary>
public sealed class MessageTemplate
{
    private MessageTemplate(string text, ImmutableArray<TemplatePart> parts) => (Text, Parts) = (text, parts);

    /// <summary>The message as written.</summary>
    public string Text { get; }

    /// <summary>Its parts in order.</summary>
    public ImmutableArray<TemplatePart> Parts { get; }

    /// <summary>Whether anything of the rig shows in it.</summary>
    public bool HasPlaceholders => Parts.Any(p => p.Value is not null);

    /// <summary>The expressions in its placeholders.</summary>
    public IEnumerable<Node> Values => Parts.Where(p => p.Value is not null).Select(p => p.Value!);

    /// <summary>Reads a template. Never throws.</summary>
    /// <param name="text">The message.</param>
    /// <param name="scope">The names its placeholders may use.</param>
    /// <param name="problems">Everything that is wrong, with places in <paramref name="text"/>.</param>
    /// <returns>The template; null when there are problems.</returns>
    public static MessageTemplate? Parse(string text, Scope scope, out ImmutableArray<ExpressionProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<ExpressionProblem>();
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var literal = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '{' or '}' && at + 1 < text.Length && text[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{')
            {
                var close = text.IndexOf('}', at);
                if (close < 0)
                {
                    found.Add(new ExpressionProblem(ExpressionCodes.Template, at, text.Length - at, "this placeholder has no closing '}'", "write '{{' for a brace"));
                    break;
                }

                if (literal.Length > 0) parts.Add(new TemplatePart(literal.ToString(), null));
                literal.Clear();
                if (Placeholder(text, at, close, scope, found) is { } value) parts.Add(new TemplatePart(null, value));
                at = close;
            }
            else if (c == '}')
            {
                found.Add(new ExpressionProblem(ExpressionCodes.Template, at, 1, "this '}' closes nothing", "write '}}' for a brace"));
            }
            else
            {
                literal.Append(c);
            }
        }

        if (literal.Length > 0) parts.Add(new TemplatePart(literal.ToString(), null));
        problems = found.ToImmutable();
        return problems.IsEmpty ? new MessageTemplate(text, parts.ToImmutable()) : null;
    }

    private static Node? Placeholder(string text, int open, int close, Scope scope, ImmutableArray<ExpressionProblem>.Builder problems)
    {
        var colon = text.LastIndexOf(':', close, close - open);
        var end = colon > open ? colon : close;
        var read = CheckedExpression.Of(text[(open + 1)..end], scope);
        foreach (var problem in read.Problems) problems.Add(problem with { Start = problem.Start + open + 1 });
        if (read.Root is not { } node) return null;
        if (node.Type is EntityType or ListType)
        {
            var help = node.Type is EntityType entity && entity.Find("name") is not null ? $"write {{{node.Text}.name}}" : "write one of its members";
            problems.Add(new ExpressionProblem(ExpressionCodes.Template, open + 1, end - open - 1, $"{node.Type.Describe()} cannot be printed", help));
            return null;
        }

        if (colon <= open) return node;
        var format = text[(colon + 1)..close].Trim();
        FigureStyle? style = format switch
        {
            "percent" => FigureStyle.Percent,
            "decimal" => FigureStyle.DecimalSize,
            "whole" => FigureStyle.Whole,
            _ => null,
        };
        if (style is { } known && node.Type is NumberType number) return node with { Type = NumberType.Of(number.Dimension, known) };
        problems.Add(new ExpressionProblem(ExpressionCodes.Template, colon + 1, Math.Max(1, close - colon - 1),
            style is null ? $"unknown format '{format}'" : "only numbers take a format", "one of percent, decimal, whole"));
        return null;
    }
}

/// <summary>A stretch of a message: fixed text, or the value of an expression.</summary>
/// <param name="Literal">The fixed text; null for a value.</param>
/// <param name="Value">The expression; null for fixed text.</param>
public sealed record TemplatePart(string? Literal, Node? Value);
