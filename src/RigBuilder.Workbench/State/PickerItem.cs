using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.State;

/// <summary>Something to pick.</summary>
/// <param name="Name">Its name; filtered by.</param>
/// <param name="Detail">What stands beside it.</param>
/// <param name="Choice">What picking it means.</param>
public sealed record PickerItem(string Name, string Detail, Message Choice)
{
    /// <summary>Why it cannot be picked; null when it can.</summary>
    public string? Locked { get; init; }

    /// <summary>Whether it is a guess, to be listed after what is known.</summary>
    public bool Guessed { get; init; }
}
