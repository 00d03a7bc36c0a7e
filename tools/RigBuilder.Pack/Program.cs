namespace RigBuilder.Pack;

/// <summary>Writes the archive of a published program: RigBuilder.Pack PUBLISHED-FOLDER RID VERSION ASSETS-FILE OUTPUT-FOLDER.</summary>
public static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [var published, var rid, var version, var assets, var output])
        {
            Console.Error.WriteLine("usage: RigBuilder.Pack PUBLISHED-FOLDER RID VERSION ASSETS-FILE OUTPUT-FOLDER");
            return 2;
        }

        try
        {
            Console.WriteLine(Write(published, rid, version, assets, output));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"{rid} cannot be packed: {e.Message}");
            return 2;
        }
    }

    /// <summary>Adds licences and a bill of materials to a published folder, packs it, and writes the checksums of all archives in the output folder.</summary>
    /// <param name="published">The published folder.</param>
    /// <param name="rid">Its platform.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="assets">The project.assets.json that it was published with.</param>
    /// <param name="output">Where the archive goes.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="InvalidDataException">A package's licence is not told, or is none that we know the text of.</exception>
    public static string Write(string published, string rid, string version, string assets, string output)
    {
        var components = Component.In(assets, rid);
        File.WriteAllText(Path.Combine(published, "THIRD-PARTY-NOTICES.txt"), Notices.Of(components));
        File.WriteAllText(Path.Combine(published, "sbom.cdx.json"), BillOfMaterials.Of(components, published, rid, version));
        return Archive.Write(published, $"rigbuilder-{version}-{rid}", rid.StartsWith("win", StringComparison.Ordinal), output);
    }
}
