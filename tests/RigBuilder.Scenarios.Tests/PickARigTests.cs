using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Composition.Files;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Scenarios.Tests;

/// <summary>The main job, by keys, on the shipped data: from nothing to a saved rig that fits.</summary>
public sealed class PickARigTests
{
    private static readonly Size Screen = new(140, 40);

    [Test]
    public void EmptyRig_Llama65B_ToTwoRtx3090WithoutErrors_SavedAndChecked()
    {
        using var folder = new ScratchFolder();
        var program = Start(folder);

        Keys(program, "Enter", "l", "l", "a", "m", "a", "Space", "6", "5", "b", "Enter");
        Assert.That(program.State.Appraisal.Quest.Model?.Id, Is.EqualTo("llama-65b"));
        program.Post(new Message.ChooseQuant("q4_0"));
        Show(program);

        Keys(program, "2");
        Equip(program, PartKind.Gpu, "NVIDIA GeForce RTX 3090");
        Keys(program, "+");
        Assert.That(program.State.Appraisal.Rig.Gpus, Has.Length.EqualTo(2));
        Equip(program, PartKind.Cpu, "AMD Ryzen 9 5900X");
        Equip(program, PartKind.Motherboard, "ASUS ROG Crosshair VIII Dark Hero");
        Equip(program, PartKind.Memory, "g.skill-ripjaws-v-ddr4-4x32-3600");
        Equip(program, PartKind.Ssd, "wd-black-sn850x-2tb");
        Equip(program, PartKind.Psu, "corsair-hx1500i-2022");
        Equip(program, PartKind.Case, "fractal-design-torrent");
        Equip(program, PartKind.Cooler, "noctua-nh-d15");

        program.Post(new Message.Ask(PromptPurpose.Context));
        Show(program);
        Keys(program, "Ctrl-U", "2", "0", "4", "8", "Enter");
        Assert.That(program.State.Appraisal.Quest.Context, Is.EqualTo(2048));
        Assert.That(program.State.Appraisal.Verdict.Findings.Where(f => f.Severity == Severity.Error), Is.Empty);
        Assert.That(program.State.Appraisal.Grade.Letter, Is.AnyOf('S', 'A', 'B'));

        var path = Path.Combine(folder.Path, "giant.rig.yaml");
        new WorkbenchEffects(Environment(folder), Shelf(folder), new RigDesk(Environment(folder)), Worlds(), new NoHost())
            .Run(new RigBuilder.Workbench.Effects.Effect.SaveRig(path, program.State.Build), program.Post);
        Show(program);
        Assert.That(program.State.Path, Is.EqualTo(path));
        var check = CliRun.In(folder.Path, "", "check", path);
        Assert.That(check.ExitCode, Is.Zero, check.ToString());
    }

    [Test]
    public void EveryPick_UndoneAndRedone_GivesTheSameRig()
    {
        using var folder = new ScratchFolder();
        var program = Start(folder);
        Equip(program, PartKind.Gpu, "rtx-4090");
        Equip(program, PartKind.Psu, "corsair-hx1500i-2022");
        var there = program.State.Build;
        program.Post(new Message.Undo());
        program.Post(new Message.Undo());
        Show(program);
        Assert.That(program.State.Build.Slots, Is.Empty);
        program.Post(new Message.Redo());
        program.Post(new Message.Redo());
        Show(program);
        Assert.That(program.State.Build, Is.SameAs(there));
    }

    private static ScreenProgram Start(ScratchFolder folder) =>
        new(ScreenState.Start(Worlds().Load()), new WorkbenchEffects(Environment(folder), Shelf(folder), new RigDesk(Environment(folder)), Worlds(), new NoHost()));

    private static WorkbenchWorlds Worlds() => new(new DataFolders(Checkout.Root, []));

    private static RigShelf Shelf(ScratchFolder folder) => new(Environment(folder), new DataFolders(Checkout.Root, []));

    private static RigBuilder.Cli.CliEnvironment Environment(ScratchFolder folder) => new()
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        In = TextReader.Null,
        Variable = name => name == "RIGBUILDER_DATA_HOME" ? Path.Combine(folder.Path, "data") : null,
        WorkingFolder = folder.Path,
        ProgramFolder = Checkout.Root,
        HasTerminal = false,
    };

    private static void Equip(ScreenProgram program, PartKind slot, string idOrName)
    {
        var part = program.State.World.Catalog.Find(slot, idOrName) ?? throw new AssertionException($"no {slot} '{idOrName}'");
        program.Post(new Message.Equip(slot, part.Id));
        Show(program);
    }

    private static void Keys(ScreenProgram program, params string[] keys)
    {
        foreach (var key in keys)
        {
            program.Handle(new HostEvent.Pressed(Key.Parse(key)));
            Show(program);
        }
    }

    private static void Show(ScreenProgram program) => program.Draw(Screen);

    private sealed class NoHost : ITerminalHost
    {
        public string Name => "none";

        public HostCapabilities Capabilities => new(0, false, false, "a test");

        public void Run(IScreenProgram program, CancellationToken cancellation) => throw new NotSupportedException();

        public void Yield(Action outside) => outside();
    }
}
