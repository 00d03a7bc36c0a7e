using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.State;

/// <summary>Everything the screen knows. Immutable: an update makes a new one, so undo, replay and tests come free.</summary>
public sealed record ScreenState
{
    /// <summary>Catalog, rules and predictions in use.</summary>
    public required World World { get; init; }

    /// <summary>The rig being edited.</summary>
    public required Build Build { get; init; }

    /// <summary>What is known about <see cref="Build"/>.</summary>
    public required Appraised Appraisal { get; init; }

    /// <summary>The rig as last saved or loaded; edits since then are unsaved.</summary>
    public required Build Saved { get; init; }

    /// <summary>Earlier versions of the rig, newest on top.</summary>
    public ImmutableStack<Build> Undo { get; init; } = [];

    /// <summary>Undone versions of the rig, next one on top.</summary>
    public ImmutableStack<Build> Redo { get; init; } = [];

    /// <summary>File the rig was loaded from or saved to; null for a new one.</summary>
    public string? Path { get; init; }

    /// <summary>The screens, in the order of the tab bar.</summary>
    public ImmutableArray<Screen> Screens { get; init; } = [new QuestScreen(), new BenchScreen(), new CompareScreen(), new CodexScreen(), new ArenaScreen()];

    /// <summary>The shown screen.</summary>
    public ScreenKind Active { get; init; }

    /// <summary>What lies above it, topmost first.</summary>
    public ImmutableStack<Overlay> Overlays { get; init; } = [];

    /// <summary>A passing message; null for none.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Size of the terminal.</summary>
    public Size Size { get; init; } = new(80, 24);

    /// <summary>Calm mode: no grade letters, achievements or other elements of a game.</summary>
    public bool Calm { get; init; }

    /// <summary>What the rules say, as it is shown: calm mode leaves achievements out.</summary>
    public ImmutableArray<Finding> Findings => Calm
        ? [.. Appraisal.Verdict.Findings.Where(f => f.Severity != Severity.Achievement)]
        : Appraisal.Verdict.Findings;

    /// <summary>Whether the rig has edits that are not in a file.</summary>
    public bool Unsaved => !ReferenceEquals(Build, Saved);

    /// <summary>The shown screen with its choices.</summary>
    public Screen Screen => Screens.First(s => s.Kind == Active);

    /// <summary>The topmost overlay, or null.</summary>
    public Overlay? Overlay => Overlays.IsEmpty ? null : Overlays.Peek();

    /// <summary>The screen of a type.</summary>
    public T Get<T>()
        where T : Screen => Screens.OfType<T>().First();

    /// <summary>With a screen's choices exchanged.</summary>
    public ScreenState With(Screen screen) => this with { Screens = [.. Screens.Select(s => s.Kind == screen.Kind ? screen : s)] };

    /// <summary>With an overlay on top.</summary>
    public ScreenState Opened(Overlay overlay) => this with { Overlays = Overlays.Push(overlay) };

    /// <summary>Without the topmost overlay.</summary>
    public ScreenState Closed() => Overlays.IsEmpty ? this : this with { Overlays = Overlays.Pop() };

    /// <summary>With the topmost overlay exchanged.</summary>
    public ScreenState Replaced(Overlay overlay) => this with { Overlays = (Overlays.IsEmpty ? Overlays : Overlays.Pop()).Push(overlay) };

    /// <summary>With a passing message.</summary>
    public ScreenState Saying(string text, Role role = Role.Info) => this with { Notice = new Notice(text, role) };

    /// <summary>With the question whether edits of a loaded rig that were never saved shall be taken up; as it is where there are none.</summary>
    public ScreenState Offering(Message.Loaded loaded) => loaded.Unsaved is not { } left ? this : Opened(new Overlay.Confirm(
        "Unsaved edits", $"An earlier session left edits of this rig unsaved ({loaded.UnsavedSince}). Take them up? They are kept until this rig is saved.", new Message.TakeUp(left)));

    /// <summary>The state a session starts in.</summary>
    /// <param name="world">Catalog, rules and predictions.</param>
    /// <param name="build">The rig; null for an empty one.</param>
    /// <param name="path">Its file; null when it has none.</param>
    /// <param name="calm">Calm mode.</param>
    /// <param name="saved">The rig as its file holds it; null when that is <paramref name="build"/>.</param>
    public static ScreenState Start(World world, Build? build = null, string? path = null, bool calm = false, Build? saved = null)
    {
        var rig = build ?? Build.Empty;
        var state = new ScreenState
        {
            World = world,
            Build = rig,
            Saved = saved ?? rig,
            Path = path,
            Calm = calm,
            Appraisal = world.Appraiser.Appraise(rig),
            Active = rig.Quest.ModelId is null ? ScreenKind.Quest : ScreenKind.Bench,
        };
        if (world.Diagnostics.IsEmpty) return state;
        var errors = world.Diagnostics.Length;
        return state.Saying($"{errors} problem{(errors == 1 ? "" : "s")} in the data files: press D to read.", Role.Warning);
    }
}
