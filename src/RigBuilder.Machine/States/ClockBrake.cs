namespace RigBuilder.Machine.States;

/// <summary>What keeps a GPU's clocks below what they could be.</summary>
public enum ClockBrake
{
    /// <summary>The power limit; normal under full load.</summary>
    PowerLimit,

    /// <summary>Temperature.</summary>
    Thermal,

    /// <summary>External power brake: the supply cannot deliver.</summary>
    PowerBrake,

    /// <summary>Hardware slowdown for another reason.</summary>
    Slowdown,
}
