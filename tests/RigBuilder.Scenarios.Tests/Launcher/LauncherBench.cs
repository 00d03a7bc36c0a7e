using System.Diagnostics;

namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>The launcher in a folder of its own, with a "dotnet" that asks, builds and tests as it is told to.</summary>
internal sealed class LauncherBench : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        # Writes down how it was called; builds a program that says what it was given.
        echo "$*" >> "$FAKE/calls"
        case "$1" in
          msbuild)
            [ -f "$FAKE/silent" ] && exit 0
            echo '<Project />' > "$FAKE/artifacts/extras.props" ;;
          build)
            if [ -f "$FAKE/broken" ]; then echo "src/X.cs(1,1): error CS1002: ; expected"; exit 1; fi
            mkdir -p "$FAKE/artifacts/bin/RigBuilder/release"
            printf '#!/bin/sh\necho ran\nfor a in "$@"; do echo "<$a>"; done\n' > "$FAKE/artifacts/bin/RigBuilder/release/rigbuilder"
            chmod +x "$FAKE/artifacts/bin/RigBuilder/release/rigbuilder" ;;
          test) echo "Passed!  - Failed:     0, Passed:     7, Skipped:     1, Total:     8, Duration: 1 s - X.dll" ;;
        esac
        """;

    private readonly ScratchFolder _folder = new();

    public LauncherBench()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("the launcher for Windows is rig.cmd; this is the one for the others");
        File.Copy(Path.Combine(Checkout.Root, "rig"), PathOf("rig"));
        _folder.Write("src/RigBuilder/Program.cs", "// source");
        _folder.Write("global.json", "{}");
        _folder.Write("Directory.Build.props", "<Project />");
        var dotnet = _folder.Write("bin/dotnet", Dotnet.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Makes every build fail.</summary>
    public void Break() => _folder.Write("broken", "");

    /// <summary>Makes the feed give no answer, or answer again.</summary>
    public void Silence(bool silent)
    {
        if (silent) _folder.Write("silent", "");
        else File.Delete(PathOf("silent"));
    }

    /// <summary>Changes a source file as an editor does, later than everything that is built.</summary>
    public void Edit() => File.SetLastWriteTimeUtc(PathOf("src/RigBuilder/Program.cs"), DateTime.UnixEpoch.AddYears(100));

    /// <summary>Runs the launcher.</summary>
    public LauncherRun Run(params string[] arguments)
    {
        _folder.Write("calls", "");
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(PathOf("rig"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["FAKE"] = _folder.Path;
        start.Environment["PATH"] = $"{PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new LauncherRun(process.ExitCode, output, error.GetAwaiter().GetResult(), File.ReadAllLines(PathOf("calls")));
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
