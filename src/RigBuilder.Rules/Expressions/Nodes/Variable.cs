using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>Something that an expression can name and that has another value from one evaluation to the next.</summary>
/// <param name="Name">Its name; empty for the facts as a whole.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slot">Where its value stands in a frame; 0 is the facts as a whole.</param>
public sealed record Variable(string Name, RuleType Type, int Slot);
