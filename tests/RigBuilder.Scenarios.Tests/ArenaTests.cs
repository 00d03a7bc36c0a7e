using System.Diagnostics;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Reports;
using RigBuilder.Prediction;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Tests.Fixtures;

namespace RigBuilder.Scenarios.Tests;

/// <summary>
/// The arena by keys on the shipped data, with the real protocol, files and inference process, but a runtime whose speed is given.
/// </summary>
public sealed class ArenaTests
{
    private static readonly Size Screen = new(140, 40);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private ScratchFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new ScratchFolder();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Fight_ToTheEnd_IsJudgedShownAndSaved()
    {
        using var effects = new BoutEffects(Ports(new FakeRuntime()));
        using var stage = Start(effects);
        stage.Press("5", "Enter").Until(s => s.Bout is { Report: not null });
        var bout = stage.Arena.Bout!;
        Assert.That(bout.Report!.Verdict, Is.Not.AnyOf(ValidationVerdict.Failed, ValidationVerdict.Cancelled), bout.Report.Summary);
        Assert.That(bout.Measured.Series.Select(s => s.Runs.Length), Is.EqualTo(new[] { 5, 5 }));
        Assert.That(stage.Text, Does.Contain("Qwen3 0.6B Q4_0").And.Contain("generation tg128").And.Contain("50 tok/s").And.Contain(bout.SavedAs));
        Assert.That(new ResultStore(Results).Find("last")!.Name, Is.EqualTo(bout.SavedAs));
        Assert.That(Left, Is.Empty);
    }

    [Test]
    public void Escape_InTheMiddle_EndsItAndLeavesNothingBehind()
    {
        using var reached = new ManualResetEventSlim();
        using var never = new ManualResetEventSlim();
        using var effects = new BoutEffects(Ports(new FakeRuntime { Before = action => Hang(action, reached, never) }));
        using var stage = Start(effects);
        stage.Press("5", "Enter");
        Assert.That(reached.Wait(Long), Is.True);
        stage.Press("Esc").Until(s => s.Bout is { Report: not null });
        Assert.That((stage.Arena.Bout!.Report!.Verdict, stage.Arena.Bout.SavedAs), Is.EqualTo((ValidationVerdict.Cancelled, (string?)null)));
        Assert.That(Left, Is.Empty);
        never.Set();
    }

    [Test]
    public void Session_EndedInTheMiddle_LeavesNothingBehind()
    {
        using var reached = new ManualResetEventSlim();
        using var never = new ManualResetEventSlim();
        var effects = new BoutEffects(Ports(new FakeRuntime { Before = action => Hang(action, reached, never) }));
        using var stage = Start(effects);
        stage.Press("5", "Enter");
        Assert.That(reached.Wait(Long), Is.True);
        effects.Dispose();
        Assert.That(Left, Is.Empty);
        Assert.That(ModelFolder.Take(_folder.Path, new FakeMachine()).Succeeded, Is.True, "the lock is free again");
        never.Set();
    }

    [Test]
    public void MissingLibrary_IsTold() => Refused(new FakeRuntime { FailsAt = "open" }, new FakeMachine(), "There was no fight", "RB5001", "RIGBUILDER_LLAMA_DIR");

    [Test]
    public void TooLittleMemory_IsTold() => Refused(new FakeRuntime(), new FakeMachine(memory: Bytes.FromMiB(150)), "There was no fight", "RB5201", "is free");

    [Test]
    public void AnotherValidation_IsTold()
    {
        using var other = ModelFolder.Take(_folder.Path, new FakeMachine()).Value!;
        Refused(new FakeRuntime(), new FakeMachine(), "There was no fight", "RB5204");
    }

    [Test]
    public void TightMemory_ShrinksTheQuestByWholeStepsAndSaysSo()
    {
        using var effects = new BoutEffects(Ports(new FakeRuntime(), new FakeMachine(memory: Bytes.FromMiB(900))));
        using var stage = Start(effects);
        stage.Press("5", "Enter").Until(s => s.Bout is { Report: not null });
        Assert.That(stage.Arena.Bout!.Report!.Notes.First(), Does.Contain("not enough memory"));
        Assert.That(stage.Text, Does.Contain("not enough memory"));
    }

    [Test]
    public void Exception_OfAnyKind_IsToldAndTheSessionEndsWell()
    {
        var ports = Ports(new FakeRuntime());
        var effects = new BoutEffects(ports with { Validator = _ => throw new NotSupportedException("no such thing.") });
        using var stage = Start(effects);
        stage.Press("5", "Enter").Until(s => s.Bout is { Report: not null });
        Assert.That(stage.Text, Does.Contain("RB7010").And.Contain("the validation broke off: no such thing"));
        Assert.That(effects.Dispose, Throws.Nothing);
    }

    [Test]
    public void Look_ThatBreaksOff_IsTold()
    {
        using var effects = new BoutEffects(Ports(new FakeRuntime()) with { Probe = _ => throw new NotSupportedException("no such thing") });
        using var stage = Start(effects);
        stage.Press("5").Until(s => s.Machine is not null && stage.Text.Contains("not recognised", StringComparison.Ordinal));
        Assert.That(stage.Arena.Looking, Is.False);
    }

    [Test]
    public void Result_ThatCannotBeSaved_IsToldBesideIt()
    {
        File.WriteAllText(Results, "a file where the folder should be");
        using var effects = new BoutEffects(Ports(new FakeRuntime()));
        using var stage = Start(effects);
        stage.Press("5", "Enter").Until(s => s.Bout is { Report: not null });
        Assert.That(stage.Arena.Bout!.SavedAs, Is.Null);
        Assert.That(stage.Text, Does.Contain("RB5203 the result was not saved").And.Contain("generation tg128"));
        File.Delete(Results);
    }

    private static void Hang(string action, ManualResetEventSlim reached, ManualResetEventSlim never)
    {
        if (action != "generation") return;
        reached.Set();
        never.Wait(Long);
    }

    private string Results => Path.Combine(_folder.Path, "results");

    private IEnumerable<string?> Left => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Where(n => n != "validation.lock");

    private void Refused(FakeRuntime runtime, FakeMachine machine, params string[] words)
    {
        using var effects = new BoutEffects(Ports(runtime, machine));
        using var stage = Start(effects);
        stage.Press("5", "Enter").Until(s => s.Bout is { Report: not null });
        foreach (var word in words) Assert.That(stage.Text, Does.Contain(word));
    }

    private BoutPorts Ports(FakeRuntime runtime, FakeMachine? machine = null)
    {
        var here = machine ?? new FakeMachine();
        return new BoutPorts(
            _ => Task.FromResult(MachineReport.Empty with { Cpu = new CpuReport { Name = Reading.Of("Test CPU", "a test"), Cores = Reading.Of(4, "a test") } }),
            () => ShippedWorld.Loaded,
            world => new ValidatorPorts(probed => world.Forecaster is Forecaster f ? f.Probing(probed) : world.Forecaster, new InProcessLauncher(runtime, here), here, _folder.Path, TimeProvider.System),
            Results, TimeProvider.System)
        { CleanUp = Long };
    }

    private static Play Start(BoutEffects effects)
    {
        var quest = new QuestSpec { ModelId = "qwen3-0.6b", QuantId = "q4_0", Settings = new Quest { Context = 2048 } };
        var world = new RigBuilder.Workbench.State.World(ShippedWorld.Loaded.Appraiser());
        return new Play(new ScreenProgram(ScreenState.Start(world, Build.Empty with { Quest = quest }), effects));
    }

    /// <summary>A session whose news come from other threads: waits for what it wants to see, woken by each change.</summary>
    private sealed class Play : IDisposable
    {
        private readonly ScreenProgram _program;
        private readonly SemaphoreSlim _changed = new(0);

        public Play(ScreenProgram program)
        {
            _program = program;
            program.Changed += Wake;
            program.Handle(new HostEvent.Resized(Screen));
        }

        public ArenaScreen Arena => _program.State.Get<ArenaScreen>();

        public string Text => HeadlessScreen.TextOf(_program.Draw(Screen), GlyphSet.Braille);

        public Play Press(params string[] keys)
        {
            foreach (var key in keys) _program.Handle(new HostEvent.Pressed(Key.Parse(key)));
            return this;
        }

        public void Until(Func<ArenaScreen, bool> seen)
        {
            var began = Stopwatch.GetTimestamp();
            for (_program.Draw(Screen); !seen(Arena); _program.Draw(Screen))
                if (!_changed.Wait(Long) || Stopwatch.GetElapsedTime(began) > Longest) Assert.Fail("it did not come to this\n" + Text);
        }

        public void Dispose() => _program.Changed -= Wake;

        private void Wake() => _changed.Release();
    }
}
