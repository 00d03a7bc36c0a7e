namespace RigBuilder.Cli.Composition;

/// <summary>Reads catalog, rules and calibration.</summary>
internal static class WorldLoader
{
    public static World Load(DataFolders folders) => throw new NotSupportedException(folders.Root);
}
