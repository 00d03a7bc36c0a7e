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
    };
}
