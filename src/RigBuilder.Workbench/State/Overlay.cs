using RigBuilder.Domain.Settings;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.State;

/// <summary>Something above the screen that takes the keys first. The stack of overlays is the focus stack. Closed.</summary>
public abstract record Overlay
{
    private Overlay()
    {
    }

    /// <summary>Typing a filter for the list below; drawn inside that list.</summary>
    /// <param name="Editor">What has been typed.</param>
    public sealed record Filter(LineEditor Editor) : Overlay;

    /// <summary>Picking from a list that is filtered by typing.</summary>
    /// <param name="Title">What is picked.</param>
    /// <param name="Items">What there is.</param>
    public sealed record Picker(string Title, ImmutableArray<PickerItem> Items) : Overlay
    {
        /// <summary>The filter.</summary>
        public LineEditor Editor { get; init; } = LineEditor.Empty;

        /// <summary>Cursor among the matching items.</summary>
        public ListCursor Cursor { get; init; }

        /// <summary>What to say when there is nothing to pick at all.</summary>
        public string WhenEmpty { get; init; } = "Nothing matches.";

        /// <summary>What a typed text names beyond its words; null where words are all there is.</summary>
        public Func<string, ImmutableArray<PickerItem>>? Named { get; init; }

        /// <summary>What the text names, then the items that contain every typed word; what is merely guessed comes last.</summary>
        public ImmutableArray<PickerItem> Matching
        {
            get
            {
                var byWords = WordFilter.Apply(Editor.Text, Items, i => $"{i.Name} {i.Detail}");
                var named = Named?.Invoke(Editor.Text) ?? [];
                return named.IsEmpty ? byWords : [.. named.Where(n => !n.Guessed), .. byWords.Where(i => named.All(n => n.Choice != i.Choice)), .. named.Where(n => n.Guessed)];
            }
        }
    }

    /// <summary>Typing an answer.</summary>
    /// <param name="Purpose">What it is for.</param>
    /// <param name="Title">The question.</param>
    /// <param name="Guide">What may be typed.</param>
    /// <param name="Editor">What has been typed.</param>
    public sealed record Prompt(PromptPurpose Purpose, string Title, string Guide, LineEditor Editor) : Overlay
    {
        /// <summary>What is wrong with the answer; null while it has not been tried.</summary>
        public string? Problem { get; init; }

        /// <summary>Which setting is asked for; null where another thing is.</summary>
        public Setting? Setting { get; init; }
    }

    /// <summary>A question answered by a key.</summary>
    /// <param name="Title">The matter.</param>
    /// <param name="Question">The question.</param>
    /// <param name="OnYes">What yes means.</param>
    public sealed record Confirm(string Title, string Question, Message OnYes) : Overlay;

    /// <summary>The keys of the current place and the others.</summary>
    /// <param name="Top">Rows scrolled away.</param>
    public sealed record Help(int Top = 0) : Overlay;

    /// <summary>Something to read.</summary>
    /// <param name="Title">What it is.</param>
    /// <param name="Blocks">The text, made for <see cref="DetailsWidth"/> columns.</param>
    /// <param name="Top">Rows scrolled away.</param>
    public sealed record Details(string Title, ImmutableArray<Block> Blocks, int Top = 0) : Overlay
    {
        /// <summary>Where it is written, for an editor; null when not known.</summary>
        public SourceLocation? Location { get; init; }
    }

    /// <summary>Columns inside a details panel.</summary>
    public const int DetailsWidth = 70;
}
