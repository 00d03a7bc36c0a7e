using System.Collections.Immutable;

namespace RigBuilder.Domain.Settings;

/// <summary>What the text of a setting may be: for schemas, help and documentation.</summary>
/// <param name="Kind">The kind of text.</param>
/// <param name="Expected">In words: "a whole number from 0 to 9999, or all".</param>
public sealed record SettingShape(SettingKind Kind, string Expected)
{
    /// <summary>The words that may be written; empty when any text of the kind may.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Least value; null without limit.</summary>
    public double? Least { get; init; }

    /// <summary>Largest value; null without limit.</summary>
    public double? Most { get; init; }

    /// <summary>Whether several values may be written, joined by commas or as a list.</summary>
    public bool Several { get; init; }
}

/// <summary>The kinds of text a setting takes.</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number of tokens, which k or M may shorten.</summary>
    Tokens,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>on or off.</summary>
    Switch,

    /// <summary>A size with its unit.</summary>
    Size,

    /// <summary>A power with its unit.</summary>
    Power,

    /// <summary>Any text.</summary>
    Text,
}
