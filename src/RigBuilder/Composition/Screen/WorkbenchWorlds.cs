using ScreenWorld = RigBuilder.Workbench.State.World;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Makes the world that the screen works on out of the data folders, as often as asked.</summary>
internal sealed class WorkbenchWorlds(DataFolders folders)
{
    public ScreenWorld Load()
    {
        var world = WorldLoader.Load(folders);
        return new ScreenWorld(world.Appraiser())
        {
            Diagnostics = world.Diagnostics,
            Codex = CodexEntries.Of(world),
        };
    }
}
