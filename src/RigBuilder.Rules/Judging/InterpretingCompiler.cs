using System.Linq.Expressions;
using NRules.Extensibility;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Interprets the conditions that NRules compiles: they only call a <see cref="JudgedRule"/>, whose delegates are compiled
/// already, and interpreting makes a rule set start many times faster. Native programs have no other way.
/// </summary>
internal sealed class InterpretingCompiler : IExpressionCompiler
{
    /// <inheritdoc/>
    public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate => expression.Compile(preferInterpretation: true);
}
