using System.Collections.Immutable;
using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using RigBuilder.Rules.Model;
using RuleSet = RigBuilder.Rules.Model.RuleSet;

namespace RigBuilder.Rules.Judging;

/// <summary>Turns rules into NRules definitions: patterns over the facts that a rule reads, its condition, its action.</summary>
internal static class Definitions
{
    private static readonly System.Reflection.MethodInfo FiresWithTags = typeof(Desk).GetMethod(nameof(Desk.Fires), [typeof(int), typeof(IEnumerable<TagFact>)])!;
    private static readonly System.Reflection.MethodInfo Fires = typeof(Desk).GetMethod(nameof(Desk.Fires), [typeof(int)])!;
    private static readonly System.Reflection.MethodInfo Link = typeof(Desk).GetMethod(nameof(Desk.Link))!;

    /// <summary>The definitions of a set, in its order.</summary>
    public static ImmutableArray<IRuleDefinition> Of(RuleSet rules) => [.. rules.Rules.Select(Of)];

    private static IRuleDefinition Of(Rule rule, int index)
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Id);
        builder.Description(rule.Title);
        // Rules that assert a tag come before those that test it, which are then judged once.
        builder.Priority(-index);
        var left = builder.LeftHandSide();
        var pattern = left.Pattern(typeof(Desk), "desk");
        var desk = pattern.Declaration.ToParameterExpression();
        foreach (var type in Givens.ReadBy(rule)) pattern = left.Pattern(type, type.GetGenericArguments()[0].Name.ToLowerInvariant());
        var place = Expression.Constant(index);
        var tested = rule.TestedTags.ToImmutableHashSet(StringComparer.Ordinal);
        if (tested.IsEmpty) pattern.Condition(Expression.Lambda(Expression.Call(desk, Fires, place), desk));
        else Collect(left, desk, tested, place);
        var context = Expression.Parameter(typeof(IContext), "context");
        builder.RightHandSide().Action(
            Expression.Lambda(Expression.Call(desk, Link, context, place), context, desk), ActionTrigger.Activated | ActionTrigger.Reactivated);
        return builder.Build();
    }

    // Whatever the tags are, the pattern matches once, and again when one of them comes or goes.
    private static void Collect(GroupBuilder left, ParameterExpression desk, ImmutableHashSet<string> tested, Expression place)
    {
        var pattern = left.Pattern(typeof(IEnumerable<TagFact>), "tags");
        var aggregate = pattern.Aggregate();
        aggregate.Collect();
        Expression<Func<TagFact, bool>> isTested = tag => tested.Contains(tag.Name);
        aggregate.Pattern(typeof(TagFact), "tag").Condition(isTested);
        var tags = pattern.Declaration.ToParameterExpression();
        pattern.Condition(Expression.Lambda(Expression.Call(desk, FiresWithTags, place, tags), desk, tags));
    }
}
