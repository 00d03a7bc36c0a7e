using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>Places worth looking at; the goldens of both projects show them.</summary>
public static class Scenes
{
    public static IReadOnlyDictionary<string, Func<Size, Stage>> All { get; } = new Dictionary<string, Func<Size, Stage>>
    {
        ["quest-empty"] = size => new Stage(ScreenState.Start(FixtureWorld.World), size),
        ["quest"] = size => Stage.On(FixtureWorld.Twin, size).Press("1 Down"),
        ["model-picker"] = size => new Stage(ScreenState.Start(FixtureWorld.World), size).Press("Enter").Type("llama"),
        ["bench-empty"] = size => new Stage(ScreenState.Start(FixtureWorld.World), size).Press("2"),
        ["bench"] = size => Stage.On(FixtureWorld.Twin, size),
        ["bench-preview"] = size => Stage.On(FixtureWorld.Twin, size).Press("Tab End"),
        ["bench-troubled"] = size => Stage.On(FixtureWorld.Troubled, size).Press("Shift-Tab"),
        ["help"] = size => Stage.On(FixtureWorld.Twin, size).Press("?"),
        ["details"] = size => Stage.On(FixtureWorld.Twin, size).Press("Tab i"),
        ["compare"] = size => Stage.On(FixtureWorld.Twin, size).Press("p").Tell(new Message.Equip(PartKind.Gpu, "rtx-5090")).Press("3"),
        ["codex"] = size => Stage.On(FixtureWorld.Twin, size).Press("4"),
        ["arena"] = size => Stage.On(FixtureWorld.Challenger, size).InArena(),
        ["arena-running"] = size => Running(Stage.On(FixtureWorld.Challenger, size).InArena().Press("Enter")),
        ["arena-won"] = size => Ended(Stage.On(FixtureWorld.Challenger, size).InArena().Press("Enter"), 380, 12.8),
        ["arena-lost"] = size => Ended(Stage.On(FixtureWorld.Challenger, size).InArena().Press("Enter"), 380, 6.6, SingleChannel, Profile),
        ["arena-disturbed"] = size => Disturbed(Stage.On(FixtureWorld.Challenger, size).InArena().Press("Enter")),
        ["arena-refused"] = size => Stage.On(FixtureWorld.Challenger, size).InArena().Press("Enter")
            .Tell(FixtureBout.Llama7.Again().Begin()).Tell(FixtureBout.Llama7.Refused(FixtureBout.NoLibrary)),
    };

    private static Cause SingleChannel => new(CauseKind.SingleChannel, 1, "Memory runs in a single channel", "1 module(s) populate 1 of 2 channels",
        "Add an equal module to each empty channel, or move modules to the slots that the board's manual names for pairs.");

    private static Cause Profile => new(CauseKind.MemoryProfileOff, 0.3, "Memory runs below its rated speed", "it runs at 4,800 MT/s, the modules are rated 6,000 MT/s",
        "Turn on XMP or EXPO in the firmware.");

    private static Stage Running(Stage stage)
    {
        var bout = FixtureBout.Llama7.Again("not enough memory for 4096 tokens of context: 2048 are used");
        foreach (var message in bout.UpToTheTests()) stage.Tell(message);
        stage.Tell(bout.WarmUp(SpeedTest.Prompt));
        for (var i = 0; i < 5; i++) stage.Tell(bout.Repetition(SpeedTest.Prompt, 380 + i));
        stage.Tell(bout.WarmUp(SpeedTest.Generation)).Tell(bout.Sample(SpeedTest.Generation, 1, 2)).Tell(bout.Begin(SpeedTest.Generation));
        for (var i = 1; i <= 120; i++) stage.Tell(i % 60 == 0 ? i == 60 ? bout.Repetition(SpeedTest.Generation, 12.9) : bout.Miss(SpeedTest.Generation, 9) : bout.Sample(SpeedTest.Generation, i % 60 * 2, 12.5 + Math.Sin(i * 0.3) - (i is > 80 and < 100 ? 5 : 0)));
        for (var i = 1; i < 40; i++) stage.Tell(bout.Sample(SpeedTest.Generation, i * 2, 13 + (Math.Cos(i * 0.2) * 0.8)));
        return stage;
    }

    private static Stage Disturbed(Stage stage)
    {
        var bout = FixtureBout.Llama7.Again();
        foreach (var message in bout.UpToTheTests().Append(bout.Begin(SpeedTest.Prompt))) stage.Tell(message);
        for (var i = 0; i < 5; i++) stage.Tell(bout.Repetition(SpeedTest.Prompt, 380 + i));
        stage.Tell(bout.Begin(SpeedTest.Generation));
        for (var i = 0; i < 4; i++) stage.Tell(bout.Miss(SpeedTest.Generation, 7 + i));
        stage.Tell(bout.Comparing());
        return stage.Tell(bout.End(InferenceEnding.Completed, new Cause(CauseKind.OtherLoad, 1, "Another program uses the CPU", "4 of 9 repetitions were disturbed", "Close other programs and validate again.")));
    }

    private static Stage Ended(Stage stage, double prompt, double generation, params ImmutableArray<Cause> causes)
    {
        var bout = FixtureBout.Llama7.Again();
        foreach (var message in bout.Whole(prompt, generation)) stage.Tell(message);
        return stage.Tell(bout.End(InferenceEnding.Completed, causes));
    }
}
