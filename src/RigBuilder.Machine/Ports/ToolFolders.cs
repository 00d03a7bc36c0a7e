using System.Collections.Immutable;

namespace RigBuilder.Machine.Ports;

/// <summary>Where tools are looked for: absolute folders only, so that the working folder can never lend us a program.</summary>
internal static class ToolFolders
{
    private static readonly ImmutableArray<string> Unix =
        ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/local/sbin", "/opt/rocm/bin", "/usr/lib/wsl/lib", "/run/current-system/sw/bin"];

    /// <summary>The full path of a tool; null when it is nowhere.</summary>
    public static string? Find(string tool)
    {
        var name = OperatingSystem.IsWindows() ? tool + ".exe" : tool;
        return Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Folders()
    {
        var known = OperatingSystem.IsWindows()
            ? [Environment.SystemDirectory, Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "NVIDIA Corporation", "NVSMI")]
            : Unix;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return known.Concat(path.Where(Path.IsPathFullyQualified));
    }
}
