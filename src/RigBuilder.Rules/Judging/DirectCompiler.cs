using System.Linq.Expressions;
using NRules.Extensibility;
using NRules.RuleModel;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Hands NRules the delegates that the expressions of <see cref="RuleDefinitions"/> hold. NRules wraps each into an expression that
/// takes the hearing out of its own fact or tuple first; compiling that takes most of the start of a rule set, and a native program
/// could only interpret it at every call.
/// </summary>
internal sealed class DirectCompiler : IExpressionCompiler
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The expression is none of ours, or NRules wraps it in another way than the pinned version does.</exception>
    public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        var body = expression.Body is BlockExpression block ? block.Result : expression.Body;
        var held = ((body as InvocationExpression)?.Expression as ConstantExpression)?.Value;
        // NRules asks for delegates on its own classes of facts and tuples; those on their interfaces take these as well.
        Delegate? direct = held switch
        {
            Func<Hearing, bool> condition => (Func<IFact, bool>)(fact => condition((Hearing)fact.Value!)),
            Action<IContext, Hearing> action => (Action<IContext, ITuple>)((context, tuple) => action(context, (Hearing)tuple.Facts.Single().Value!)),
            _ => null,
        };
        return direct as TDelegate ?? throw new NotSupportedException($"NRules asks for {typeof(TDelegate)} of '{expression}'");
    }
}
