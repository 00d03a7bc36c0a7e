using System.Linq.Expressions;
using System.Reflection;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using RuleSet = RigBuilder.Rules.Model.RuleSet;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Rules as NRules definitions: one pattern over hearings of the rule's round, its condition, its action. Expressions only compare
/// the round or call a method: they are interpreted (see <see cref="InterpretingCompiler"/>), in native programs always.
/// </summary>
internal static class RuleDefinitions
{
    private static readonly MethodInfo Fires = typeof(JudgedRule).GetMethod(nameof(JudgedRule.Fires))!;
    private static readonly MethodInfo Report = typeof(JudgedRule).GetMethod(nameof(JudgedRule.Report))!;
    private static readonly PropertyInfo Round = typeof(Hearing).GetProperty(nameof(Judging.Hearing.Round))!;
    private static readonly ParameterExpression Hearing = Expression.Parameter(typeof(Hearing), "hearing");
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IContext), "context");

    /// <summary>The definitions of a set: its rules, and between two rounds what opens the next one.</summary>
    public static IEnumerable<IRuleDefinition> Of(RuleSet rules)
    {
        var judged = JudgedRule.Of(rules);
        var last = judged.Select(r => r.Round).DefaultIfEmpty().Max();
        return judged.Select(Of).Concat(Enumerable.Range(0, last).Select(NextRound));
    }

    private static IRuleDefinition Of(JudgedRule rule)
    {
        var self = Expression.Constant(rule);
        return Define(
            rule.Rule.Id, rule.Round, -2 * rule.Round,
            Expression.Lambda<Func<Hearing, bool>>(Expression.Call(self, Fires, Hearing), Hearing),
            Expression.Lambda<Action<IContext, Hearing>>(Expression.Call(self, Report, Hearing), Context, Hearing));
    }

    // Comes after all rules of its round. The hearing that it opens goes when the one before it is withdrawn.
    private static IRuleDefinition NextRound(int round) => Define(
        $"(after round {round})", round, (-2 * round) - 1, null,
        (context, hearing) => context.InsertLinked("next", new Hearing(hearing.Trial, round + 1)));

    private static IRuleDefinition Define(
        string name, int round, int priority, Expression<Func<Hearing, bool>>? condition, Expression<Action<IContext, Hearing>> action)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        builder.Priority(priority);
        var pattern = builder.LeftHandSide().Pattern(typeof(Hearing), Hearing.Name!);
        pattern.Condition(Expression.Lambda<Func<Hearing, bool>>(
            Expression.Equal(Expression.Property(Hearing, Round), Expression.Constant(round)), Hearing));
        if (condition is not null) pattern.Condition(condition);
        builder.RightHandSide().Action(action);
        return builder.Build();
    }
}
