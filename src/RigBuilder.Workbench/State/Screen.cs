using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>A screen with what is chosen on it. One of <see cref="QuestScreen"/>, <see cref="BenchScreen"/>, <see cref="CompareScreen"/>, <see cref="CodexScreen"/>, <see cref="ArenaScreen"/>.</summary>
/// <param name="Kind">Which screen it is.</param>
public abstract record Screen(ScreenKind Kind)
{
    /// <summary>The panel that has the keys.</summary>
    public abstract PanelId Focus { get; init; }
}
