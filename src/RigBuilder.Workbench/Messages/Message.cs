using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Messages;

/// <summary>Everything that can happen to the screen, as data. Closed: <see cref="Update.Updater"/> handles all.</summary>
public abstract record Message
{
    private Message()
    {
    }

    /// <summary>The cursor moves by rows.</summary>
    public sealed record Move(int Rows) : Message;

    /// <summary>The cursor moves by screenfuls.</summary>
    public sealed record Page(int Pages) : Message;

    /// <summary>The cursor goes to the first or last row.</summary>
    public sealed record Edge(bool Last) : Message;

    /// <summary>The focus goes to the next or previous panel.</summary>
    public sealed record FocusStep(int Step) : Message;

    /// <summary>The focus goes to a panel.</summary>
    public sealed record FocusOn(PanelId Panel) : Message;

    /// <summary>Whatever the cursor is on is taken, opened or answered with yes.</summary>
    public sealed record Activate : Message;

    /// <summary>The value under the cursor changes by a step.</summary>
    public sealed record Adjust(int Step) : Message;

    /// <summary>The topmost overlay closes, or a filter is dropped.</summary>
    public sealed record Dismiss : Message;

    /// <summary>Text is typed or pasted.</summary>
    public sealed record Type(string Text) : Message;

    /// <summary>Text is erased.</summary>
    public sealed record Erase(EraseKind Kind) : Message;

    /// <summary>The caret moves; int.MinValue and int.MaxValue mean the ends.</summary>
    public sealed record CaretMove(int Characters) : Message;

    /// <summary>A screen is shown.</summary>
    public sealed record Show(ScreenKind Screen) : Message;

    /// <summary>The next or previous screen is shown.</summary>
    public sealed record ScreenStep(int Step) : Message;

    /// <summary>A part goes into its slot instead of what is there.</summary>
    public sealed record Equip(PartKind Slot, string PartId) : Message;

    /// <summary>The part under the cursor goes into its slot beside what is there.</summary>
    public sealed record AddBeside : Message;

    /// <summary>One more or one less of what the slot holds.</summary>
    public sealed record Count(int Step) : Message;

    /// <summary>The slot is emptied.</summary>
    public sealed record Remove : Message;

    /// <summary>A model is chosen, with the quantisation that its name says.</summary>
    public sealed record ChooseModel(string ModelId, string? QuantId = null) : Message;

    /// <summary>A model is chosen by a file of its own, which was not read yet.</summary>
    public sealed record ReadModel(string Name, ModelReference File) : Message;

    /// <summary>A model's file was read, or could not be.</summary>
    public sealed record ModelRead(string Name, Resolution<NamedModel> Model, bool Chosen) : Message;

    /// <summary>A quantisation is chosen.</summary>
    public sealed record ChooseQuant(string QuantId) : Message;

    /// <summary>The last edit of the rig is taken back.</summary>
    public sealed record Undo : Message;

    /// <summary>The last undone edit is done again.</summary>
    public sealed record Redo : Message;

    /// <summary>The next order of the candidates.</summary>
    public sealed record CycleSort : Message;

    /// <summary>Parts that do not fit are hidden or shown.</summary>
    public sealed record ToggleCompatible : Message;

    /// <summary>A filter is typed for the list.</summary>
    public sealed record OpenFilter : Message;

    /// <summary>From a finding to the parts that would cure it.</summary>
    public sealed record FollowCure : Message;

    /// <summary>What the cursor is on is shown in full.</summary>
    public sealed record OpenDetails : Message;

    /// <summary>The problems of the data files are shown.</summary>
    public sealed record OpenDiagnostics : Message;

    /// <summary>The keys are shown.</summary>
    public sealed record OpenHelp : Message;

    /// <summary>Everything that can be done is listed.</summary>
    public sealed record OpenPalette : Message;

    /// <summary>A question with a text field is asked.</summary>
    public sealed record Ask(PromptPurpose Purpose) : Message;

    /// <summary>Ask for the value of a setting.</summary>
    /// <param name="Setting">Which.</param>
    public sealed record AskSetting(Domain.Settings.Setting Setting) : Message;

    /// <summary>The rig is saved, to its file or to one asked for.</summary>
    public sealed record Save : Message;

    /// <summary>A rig file is chosen from those there are.</summary>
    public sealed record OpenLoad : Message;

    /// <summary>A rig file is loaded.</summary>
    public sealed record Load(string Path) : Message;

    /// <summary>A new, empty rig for the same quest.</summary>
    public sealed record NewRig : Message;

    /// <summary>The rig is kept for comparison.</summary>
    public sealed record Pin : Message;

    /// <summary>The place where something is written opens in an editor.</summary>
    public sealed record Edit : Message;

    /// <summary>Catalog and rules are read again.</summary>
    public sealed record Reload : Message;

    /// <summary>The session ends, after a question when there are unsaved edits.</summary>
    public sealed record Quit : Message;

    /// <summary>The session ends.</summary>
    public sealed record QuitNow : Message;

    /// <summary>A disabled key was pressed.</summary>
    public sealed record Refuse(string Reason) : Message;

    /// <summary>A row of a panel was clicked (-1: the panel itself).</summary>
    public sealed record Click(PanelId Panel, int Row) : Message;

    /// <summary>The wheel was turned over a panel.</summary>
    public sealed record Scroll(PanelId Panel, int Rows) : Message;

    /// <summary>The terminal has another size.</summary>
    public sealed record Resize(Size Size) : Message;

    /// <summary>More parts of a large slot are tried.</summary>
    public sealed record ContinueScan : Message;

    /// <summary>The rig was saved.</summary>
    public sealed record Saved(string Path, Build Build) : Message;

    /// <summary>A rig was not saved, because the file is not what was read or written here; the reason follows its name.</summary>
    public sealed record SaveRefused(string Path, Build Build, string Reason) : Message;

    /// <summary>A rig is saved over whatever the file holds.</summary>
    public sealed record SaveOver(string Path, Build Build) : Message;

    /// <summary>A rig was loaded.</summary>
    public sealed record Loaded(string Path, Build Build) : Message
    {
        /// <summary>Edits of it that an earlier session left unsaved; null for none.</summary>
        public Build? Unsaved { get; init; }

        /// <summary>When they were made, in local time ("2026-11-26 09:30").</summary>
        public string UnsavedSince { get; init; } = "";
    }

    /// <summary>Edits that an earlier session left unsaved are taken up again.</summary>
    public sealed record TakeUp(Build Build) : Message;

    /// <summary>Rig files were looked for.</summary>
    public sealed record Listed(ImmutableArray<string> Paths) : Message;

    /// <summary>Catalog and rules were read again.</summary>
    public sealed record DataReloaded(World World) : Message;

    /// <summary>A validation of what is chosen in the arena starts.</summary>
    public sealed record Fight : Message;

    /// <summary>The running validation stops; without one the arena is left.</summary>
    public sealed record Retreat : Message;

    /// <summary>This machine is looked at again.</summary>
    public sealed record LookAgain : Message;

    /// <summary>This machine was looked at.</summary>
    public sealed record MachineFound(FoundMachine Machine) : Message;

    /// <summary>Saved validations were looked up, the newest first.</summary>
    public sealed record ValidationsListed(ImmutableArray<SavedResult> Results) : Message;

    /// <summary>The saved validations are offered to be read again.</summary>
    public sealed record PickEarlier : Message;

    /// <summary>A saved validation is read again.</summary>
    public sealed record ReadEarlier(string Name) : Message;

    /// <summary>A validation has something to tell.</summary>
    public sealed record BoutProgressed(int Number, ValidationProgress Progress, Duration Elapsed) : Message;

    /// <summary>Time passes while a validation is silent.</summary>
    public sealed record BoutTicked(int Number, Duration Elapsed) : Message;

    /// <summary>A validation has ended, in whatever way.</summary>
    public sealed record BoutEnded(int Number, ValidationReport Report, string? SavedAs) : Message;

    /// <summary>The chosen rule is explained on the rig, and its tests are run.</summary>
    public sealed record Study : Message;

    /// <summary>A rule was looked at closely.</summary>
    public sealed record RuleStudied(RuleStudy Result) : Message;

    /// <summary>Something outside has something to say.</summary>
    public sealed record Inform(string Text, Role Role) : Message;

    /// <summary>Something outside went wrong with diagnostics.</summary>
    public sealed record Failed(string What, ImmutableArray<Diagnostic> Diagnostics) : Message;
}
