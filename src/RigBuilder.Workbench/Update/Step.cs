using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>What comes of a message.</summary>
/// <param name="State">The new state.</param>
/// <param name="Effects">What to do outside, in order.</param>
public sealed record Step(ScreenState State, ImmutableArray<Effect> Effects)
{
    /// <summary>A step without effects.</summary>
    public static implicit operator Step(ScreenState state) => new(state, []);

    /// <summary>A step with effects.</summary>
    public static Step Of(ScreenState state, params ImmutableArray<Effect> effects) => new(state, effects);
}
