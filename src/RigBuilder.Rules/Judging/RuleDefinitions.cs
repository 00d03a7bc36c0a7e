using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using RuleSet = RigBuilder.Rules.Model.RuleSet;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Rules as NRules definitions: one pattern over hearings of the rule's round, its condition, its action. Every expression only calls a
/// delegate, which <see cref="DirectCompiler"/> takes out again.
/// </summary>
internal static class RuleDefinitions
{
    private static readonly ParameterExpression Hearing = Expression.Parameter(typeof(Hearing), "hearing");
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IContext), "context");

    /// <summary>The definitions of a set: its rules, and between two rounds what opens the next one.</summary>
    public static IEnumerable<IRuleDefinition> Of(RuleSet rules)
    {
        var judged = JudgedRule.Of(rules);
        var last = judged.Select(r => r.Round).DefaultIfEmpty().Max();
        // One expression a round, so that NRules sees that the rules of a round share it.
        var rounds = Enumerable.Range(0, last + 1).Select(round => Condition(hearing => hearing.Round == round)).ToArray();
        return
        [
            .. judged.Select(r => Define(r.Rule.Id, -2 * r.Round, (_, hearing) => r.Report(hearing), rounds[r.Round], Condition(r.Fires))),
            .. Enumerable.Range(0, last).Select(round => NextRound(round, rounds[round])),
        ];
    }

    // Comes after all rules of its round. The hearing that it opens goes when the one before it is withdrawn.
    private static IRuleDefinition NextRound(int round, Expression<Func<Hearing, bool>> isRound) => Define(
        $"(after round {round})", (-2 * round) - 1, (context, hearing) => context.InsertLinked("next", new Hearing(hearing.Trial, round + 1)), isRound);

    private static Expression<Func<Hearing, bool>> Condition(Func<Hearing, bool> condition) =>
        Expression.Lambda<Func<Hearing, bool>>(Expression.Invoke(Expression.Constant(condition), Hearing), Hearing);

    private static IRuleDefinition Define(string name, int priority, Action<IContext, Hearing> action, params ReadOnlySpan<Expression<Func<Hearing, bool>>> conditions)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        builder.Priority(priority);
        var pattern = builder.LeftHandSide().Pattern(typeof(Hearing), Hearing.Name!);
        foreach (var condition in conditions) pattern.Condition(condition);
        builder.RightHandSide().Action(Expression.Lambda<Action<IContext, Hearing>>(
            Expression.Invoke(Expression.Constant(action), Context, Hearing), Context, Hearing));
        return builder.Build();
    }
}
