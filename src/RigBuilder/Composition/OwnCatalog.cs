using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Composition;

/// <summary>The user's own catalog, where the program adds entries.</summary>
internal static class OwnCatalog
{
    /// <summary>Where an entry stands, or would.</summary>
    /// <param name="environment">Whose catalog.</param>
    /// <param name="section">Its section, "gpus".</param>
    /// <param name="id">Its id.</param>
    public static string PathOf(CliEnvironment environment, string section, string id) => Path.Combine(environment.ConfigurationFolder, "catalog", section, id + ".yaml");

    /// <summary>Writes an entry's file and the folders that it needs; what is wrong (RB1013), or null.</summary>
    public static Diagnostic? Save(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Diagnostic("RB1013", DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), $"the file cannot be written: {e.Message.TrimEnd('.')}");
        }

        return new DiskFiles().Save(path, text);
    }
}
