using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Evaluation;

/// <summary>A message ready to be filled in.</summary>
internal sealed class CompiledTemplate
{
    private readonly Func<EvaluationFrame, string>[] _parts;

    public CompiledTemplate(MessageTemplate template) =>
        _parts = [.. template.Parts.Select(p => p.Value is { } value ? FigureText.Of(value) : Fixed(p.Literal!))];

    public string Fill(EvaluationFrame frame)
    {
        var texts = new string[_parts.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = _parts[i](frame);
        return string.Concat(texts);
    }

    private static Func<EvaluationFrame, string> Fixed(string text) => _ => text;
}
