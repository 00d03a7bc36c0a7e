using System.Text;

namespace RigBuilder.Rules.Explaining;

/// <summary>The one plain-text rendering of explanations.</summary>
public static class ExplanationText
{
    private const int Column = 60;

    /// <summary>The rule, what came of it, and the tree of values; lines end in "\n".</summary>
    public static string Render(Explanation explanation)
    {
        var rule = explanation.Rule;
        var text = new StringBuilder();
        text.Append(rule.Id).Append(" (").Append(rule.Severity.ToString().ToLowerInvariant()).Append("): ").Append(rule.Title).Append('\n');
        if (rule.Deprecated is { } deprecated) text.Append("  not judged since ").Append(deprecated.Since).Append(": ").Append(deprecated.Reason).Append('\n');
        if (explanation.Elements.IsEmpty) text.Append("  silent: ").Append(rule.For?.Source.Text ?? "its list").Append(" has no elements\n");
        foreach (var element in explanation.Elements) Append(text, element);
        if (rule.Why is { } why) text.Append("  why: ").Append(why).Append('\n');
        return text.ToString();
    }

    /// <summary>An outcome in words.</summary>
    public static string Describe(ElementExplanation element) => element.Outcome switch
    {
        Outcome.Fires => "fires",
        Outcome.Holds => "silent: what it requires holds",
        Outcome.DoesNotApply => "silent: it does not apply",
        _ => $"silent: {element.Missing ?? "a figure is not known"}",
    };

    private static void Append(StringBuilder text, ElementExplanation element)
    {
        text.Append("  ").Append(element.Subject is null ? "" : element.Subject + ": ").Append(Describe(element)).Append('\n');
        if (element.When is { } when) Append(text, when, 4, "when ");
        if (element.Require is { } require) Append(text, require, 4, "require ");
        if (element.Finding is not { } finding) return;
        text.Append("    says: ").Append(finding.Message).Append('\n');
        if (finding.Cure is { } cure) text.Append("    cure: ").Append(cure).Append('\n');
    }

    private static void Append(StringBuilder text, Trace trace, int indent, string label)
    {
        var line = new string(' ', indent) + label + trace.Text;
        text.Append(line).Append(' ', Math.Max(2, Column - line.Length)).Append(trace.Value).Append('\n');
        foreach (var part in trace.Parts) Append(text, part, indent + 2, "");
    }
}
