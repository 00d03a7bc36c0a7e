using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Evaluation;

/// <summary>
/// A rule ready to be judged. Judging, explaining and looking for cures use the same parts (<see cref="Elements"/>,
/// <see cref="Fires"/>, <see cref="Find"/>), so that conditions and messages mean the same everywhere.
/// </summary>
public sealed class CompiledRule
{
    private static readonly IReadOnlyList<object?> Once = [null];

    private readonly Func<EvaluationFrame, IReadOnlyList<object>?>? _source;
    private readonly Func<EvaluationFrame, Truth>? _when;
    private readonly Func<EvaluationFrame, Truth>? _require;
    private readonly CompiledTemplate? _message;
    private readonly CompiledTemplate? _cure;
    private readonly int _slot;

    /// <summary>Compiles a rule.</summary>
    public CompiledRule(Rule rule)
    {
        Rule = rule;
        _source = rule.For is { } loop ? Compiler.List(loop.Source) : null;
        _slot = rule.For?.Variable.Slot ?? 0;
        _when = rule.When is { } when ? Compiler.Truth(when) : null;
        _require = rule.Require is { } require ? Compiler.Truth(require) : null;
        _message = rule.Message is { } message ? new CompiledTemplate(message) : null;
        _cure = rule.Cure is { } cure ? new CompiledTemplate(cure) : null;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>What it is judged over: its list's elements, or once nothing; empty when the list is unknown.</summary>
    public IReadOnlyList<object?> Elements(EvaluationFrame frame)
    {
        frame.Refuel();
        return _source is null ? Once : _source(frame) ?? [];
    }

    /// <summary>Whether it fires for an element.</summary>
    public bool Fires(EvaluationFrame frame, object? element)
    {
        Enter(frame, element);
        return (_when is null || _when(frame) == Truth.True) && (_require is null || _require(frame) == Truth.False);
    }

    /// <summary>The finding for an element it fires for; null when the rule has no message.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="element">The element.</param>
    /// <param name="index">Its place in the list, from 0.</param>
    public Finding? Find(EvaluationFrame frame, object? element, int index)
    {
        if (_message is null) return null;
        Enter(frame, element);
        return new Finding
        {
            RuleId = Rule.Id,
            Title = Rule.Title,
            Severity = Rule.Severity,
            Message = _message.Fill(frame),
            Subject = Rule.For is { } loop ? SubjectOf(loop, index) : null,
            Slot = Rule.Fix?.Slot,
            Cure = _cure?.Fill(frame),
            Why = Rule.Why,
            Points = Rule.Points,
        };
    }

    internal static string SubjectOf(RuleLoop loop, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{loop.Variable.Name} {index + 1}");

    private void Enter(EvaluationFrame frame, object? element)
    {
        frame.Refuel();
        if (_source is not null) frame[_slot] = element;
    }
}
