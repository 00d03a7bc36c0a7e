using System.Text;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Facts.Vocabulary;

namespace RigBuilder.Rules.Documentation;

/// <summary>The vocabulary as Markdown: the generated part of docs/RULES.md.</summary>
public static class VocabularyText
{
    /// <summary>Names, functions, and every thing with its members; lines end in "\n".</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("### Names\n\n| name | type | what it is |\n|---|---|---|\n");
        foreach (var member in FactVocabulary.Facts.Members) text.Append($"| `{member.Name}` | {((EntityType)member.Type).Name} | {member.Doc} |\n");
        text.Append("\n### Functions\n\n| function | example | what it gives |\n|---|---|---|\n");
        foreach (var function in FunctionTable.Functions) text.Append($"| `{function.Name}` | `{function.Example}` | {function.Doc} |\n");
        text.Append("| `tagged` | `tagged('several-gpus')` | Whether a rule asserted the tag. |\n");
        text.Append("\n### Loops\n\n| loop | what it gives |\n|---|---|\n");
        foreach (var (name, _, doc) in FunctionTable.LoopDocs) text.Append($"| `{name}` | {doc} |\n");
        foreach (var entity in FactVocabulary.Entities) Append(text, entity);
        return text.ToString();
    }

    private static void Append(StringBuilder text, EntityType entity)
    {
        text.Append($"\n### {entity.Name}\n\n{entity.Doc}\n\n| member | type | what it is |\n|---|---|---|\n");
        foreach (var member in entity.Members) text.Append($"| `{member.Name}` | {Describe(member.Type)} | {member.Doc} |\n");
    }

    private static string Describe(RuleType type) => type switch
    {
        WordType words => string.Join(", ", words.Words.Select(w => $"`{w}`")) + (words.IsOrdered ? " (ordered)" : ""),
        ListType { Element: WordType words } => "list of " + Describe(words),
        TruthType => "yes/no",
        TextType => "text",
        NumberType { Dimension.IsNone: true, Style: FigureStyle.Percent } => "share",
        NumberType { Dimension.IsNone: true } => "number",
        NumberType number => number.Dimension.ToString().Replace("a ", "", StringComparison.Ordinal).Replace("an ", "", StringComparison.Ordinal),
        _ => type.Describe().Replace("a list of", "list of", StringComparison.Ordinal),
    };
}
