namespace RigBuilder.Workbench.Frames;

/// <summary>What a piece of text means; a host's theme decides how it looks.</summary>
public enum Role
{
    /// <summary>Ordinary text.</summary>
    Normal,

    /// <summary>Less important text.</summary>
    Dim,

    /// <summary>Titles of panels and columns.</summary>
    Title,

    /// <summary>The thing to look at first.</summary>
    Accent,

    /// <summary>A key to press.</summary>
    Key,

    /// <summary>What is equipped.</summary>
    Equipped,

    /// <summary>Better than now.</summary>
    Upgrade,

    /// <summary>Worse than now.</summary>
    Downgrade,

    /// <summary>An error: cannot be built or does not run.</summary>
    Conflict,

    /// <summary>A drawback to decide on.</summary>
    Warning,

    /// <summary>It works; this would be better.</summary>
    Advice,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Cannot be taken as things are.</summary>
    Locked,

    /// <summary>Something done well.</summary>
    Achievement,

    /// <summary>Border of a panel.</summary>
    Border,

    /// <summary>Border of the panel that has the focus.</summary>
    BorderFocused,

    /// <summary>The filled part of a meter, with room left.</summary>
    Meter,

    /// <summary>The part of a meter that a previewed choice would add.</summary>
    MeterPreview,

    /// <summary>The empty part of a meter.</summary>
    MeterEmpty,

    /// <summary>The matching part of a filtered name.</summary>
    Match,
}
