using System.Text.Json.Nodes;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rules;

/// <summary>A rule with its expressions. These are read even when other keys are wrong, so that all errors come at once.</summary>
internal sealed class RuleFileFormat : Format<Rule>
{
    public override Rule Placeholder => new() { Id = "", Title = "", Severity = default };

    public override JsonObject Describe() => RuleFormat.Format.Describe();

    public override bool TryRead(YamlNode node, ReadContext context, out Rule value)
    {
        var errors = context.Errors;
        RuleFormat.Format.TryRead(node, context, out var text);
        value = node is YamlMapping ? new RuleReading(context).Read(text) : Placeholder;
        return context.Errors == errors;
    }
}
