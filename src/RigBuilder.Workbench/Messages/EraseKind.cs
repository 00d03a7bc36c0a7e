namespace RigBuilder.Workbench.Messages;

/// <summary>What of a typed line is erased.</summary>
public enum EraseKind
{
    /// <summary>The character before the caret.</summary>
    Back,

    /// <summary>The character after the caret.</summary>
    Forward,

    /// <summary>The word before the caret.</summary>
    Word,

    /// <summary>Everything.</summary>
    All,
}
