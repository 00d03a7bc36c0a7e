using System.ComponentModel;
using System.Diagnostics;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Runs the user's editor on a line of a file and waits for its end.</summary>
internal static class EditorProcess
{
    /// <summary>Null when the editor ran, else what went wrong.</summary>
    public static string? Run(string editor, string file, int line)
    {
        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "EDITOR is empty";
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false };
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        foreach (var argument in Place(Path.GetFileNameWithoutExtension(words[0]), file, line)) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start);
            process?.WaitForExit();
            return process is null ? $"'{editor}' did not start" : null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return $"'{editor}' did not start: {e.Message}";
        }
    }

    /// <summary>How editors are told a line: VS Code and Sublime take file:line, most others +line.</summary>
    private static string[] Place(string editor, string file, int line) => (editor, line) switch
    {
        (_, <= 0) or ("notepad", _) => [file],
        ("code" or "codium", _) => ["--wait", "--goto", $"{file}:{line}"],
        ("subl", _) => ["--wait", $"{file}:{line}"],
        ("hx" or "helix" or "zed", _) => [$"{file}:{line}"],
        _ => [$"+{line}", file],
    };
}
