using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Expressions;

/// <summary>A function as documented.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Function">What it does.</param>
/// <param name="Fewest">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Example">An example.</param>
/// <param name="Doc">One sentence.</param>
public sealed record FunctionDoc(string Name, Function Function, int Fewest, int Most, string Example, string Doc)
{
    internal string Count => Fewest == Most ? $"{Fewest} argument{(Fewest == 1 ? "" : "s")}" : $"{Fewest} to {Most} arguments";
}
