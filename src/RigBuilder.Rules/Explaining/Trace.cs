using System.Collections.Immutable;

namespace RigBuilder.Rules.Explaining;

/// <summary>A part of an expression with the value it had.</summary>
/// <param name="Text">The part as written; in a loop with the element before it ("gpu 2: gpu.vram &lt; 8 GiB").</param>
/// <param name="Value">Its value as text.</param>
/// <param name="IsKnown">Whether the value is known.</param>
/// <param name="Parts">The parts it is made of; literals are left out, since they are their own value.</param>
public sealed record Trace(string Text, string Value, bool IsKnown, ImmutableArray<Trace> Parts);
