using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>The codex screen: entries, and the chosen one in full.</summary>
public sealed record CodexScreen() : Screen(ScreenKind.Codex)
{
    /// <inheritdoc/>
    public override PanelId Focus { get; init; } = PanelId.CodexList;

    /// <summary>Words that an entry must contain.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Cursor in the listed entries.</summary>
    public ListCursor Entries { get; init; }

    /// <summary>Rows of the entry scrolled away.</summary>
    public int EntryTop { get; init; }

    /// <summary>Entries that pass the filter.</summary>
    public ImmutableArray<CodexEntry> Listed { get; init; } = [];

    /// <summary>What <see cref="Listed"/> was made of; null when it has to be made.</summary>
    public (ImmutableArray<CodexEntry> All, string Filter)? ListedFor { get; init; }

    /// <summary>The entry under the cursor; null in an empty list.</summary>
    public CodexEntry? Selected => Entries.Selected < Listed.Length ? Listed[Entries.Selected] : null;
}
