using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>The workbench screen: slots, candidates, stat sheet, findings.</summary>
public sealed record BenchScreen() : Screen(ScreenKind.Bench)
{
    /// <inheritdoc/>
    public override PanelId Focus { get; init; } = PanelId.Slots;

    /// <summary>The chosen slot.</summary>
    public PartKind Slot { get; init; }

    /// <summary>How many to try where nothing is equipped yet.</summary>
    public int PendingCount { get; init; } = 1;

    /// <summary>Cursor in the listed candidates.</summary>
    public ListCursor Candidates { get; init; }

    /// <summary>Words that a candidate's name or id must contain.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Whether parts that do not fit are hidden.</summary>
    public bool CompatibleOnly { get; init; }

    /// <summary>Order of the candidates.</summary>
    public CandidateSort Sort { get; init; }

    /// <summary>Show only parts that would make this finding go away; null for no such filter.</summary>
    public Finding? Cure { get; init; }

    /// <summary>Cursor in the findings.</summary>
    public ListCursor Findings { get; init; }

    /// <summary>Rows of the stat sheet scrolled away.</summary>
    public int StatsTop { get; init; }

    /// <summary>The what-if results; null while they have to be made.</summary>
    public SlotScan? Scan { get; init; }

    /// <summary>The results that pass the filters, in order.</summary>
    public ImmutableArray<Candidate> Listed { get; init; } = [];

    /// <summary>What <see cref="Listed"/> was made of; null when it has to be made.</summary>
    public (SlotScan Scan, CandidateView View)? ListedFor { get; init; }

    /// <summary>Which candidates are wanted and in what order.</summary>
    public CandidateView View => new(Filter, CompatibleOnly, Sort, Cure);

    /// <summary>The candidate under the cursor; null in an empty list.</summary>
    public Candidate? Selected => Candidates.Selected < Listed.Length ? Listed[Candidates.Selected] : null;
}
