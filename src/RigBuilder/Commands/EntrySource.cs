using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Cli.Commands;

/// <summary>The lines of an entry in its YAML file.</summary>
internal static class EntrySource
{
    /// <summary>From the entry's first line up to the next entry of its list or the end of it.</summary>
    public static IEnumerable<string> Lines(SourceLocation origin)
    {
        string[] all;
        try
        {
            all = File.ReadAllLines(origin.File);
        }
        catch (IOException)
        {
            return [];
        }

        var from = Math.Clamp(origin.Line - 1, 0, Math.Max(0, all.Length - 1));
        while (from > 0 && !all[from].TrimStart().StartsWith('-')) from--;
        var indent = Indent(all[from]);
        return all.Skip(from).TakeWhile((line, i) => i == 0 || line.Length == 0 || Indent(line) > indent)
            .Select(line => line.Length >= indent ? line[indent..] : line).Where(line => line.Trim().Length > 0);
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
