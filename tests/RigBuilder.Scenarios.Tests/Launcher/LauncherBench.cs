using System.Diagnostics;

namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>The launcher in a folder of its own, with a "dotnet" that restores, builds and tests as it is told to.</summary>
internal sealed class LauncherBench : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        # Writes down how it was called; builds a program that says which stack it is and what it was given.
        echo "$*" >> "$FAKE/calls"
        stack=portable
        case "$*" in *-p:Upstream=true*) stack=upstream ;; esac
        case "$1" in
          restore) cat "$FAKE/feed.txt"; exit "$(cat "$FAKE/feed.rc")" ;;
          build)
            if grep -qx "$stack" "$FAKE/broken"; then echo "src/X.cs(1,1): error CS1002: ; expected"; exit 1; fi
            out="$FAKE/artifacts"
            [ "$stack" = portable ] || out="$out/upstream"
            mkdir -p "$out/bin/RigBuilder/release"
            printf '#!/bin/sh\necho "%s"\nfor a in "$@"; do echo "<$a>"; done\n' "$stack" > "$out/bin/RigBuilder/release/rigbuilder"
            chmod +x "$out/bin/RigBuilder/release/rigbuilder" ;;
          test) echo "Passed!  - Failed:     0, Passed:     7, Skipped:     1, Total:     8, Duration: 1 s - X.dll" ;;
        esac
        """;

    private readonly ScratchFolder _folder = new();

    public LauncherBench(FakeFeed feed)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("the launcher for Windows is rig.cmd; this is the one for the others");
        File.Copy(Path.Combine(Checkout.Root, "rig"), PathOf("rig"));
        _folder.Write("src/RigBuilder/Program.cs", "// source");
        _folder.Write("global.json", "{}");
        _folder.Write("calls", "");
        _folder.Write("broken", "");
        MakeExecutable(_folder.Write("bin/dotnet", Dotnet.ReplaceLineEndings("\n")));
        Answer(feed);
    }

    /// <summary>Where the answer is remembered; empty when nothing is.</summary>
    public string Remembered => File.Exists(PathOf("artifacts/stack")) ? File.ReadAllText(PathOf("artifacts/stack")).Trim() : "";

    /// <summary>What the feed answers from now on.</summary>
    public void Answer(FakeFeed feed)
    {
        _folder.Write("feed.rc", feed == FakeFeed.Serves ? "0" : "1");
        _folder.Write("feed.txt", feed switch
        {
            FakeFeed.Lacks => "Feed.proj : error NU1101: Unable to find package NRules. No packages exist with this id in source(s): feed\n",
            FakeFeed.Silent => "Feed.proj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json.\n",
            _ => "",
        });
    }

    /// <summary>Makes a stack fail to build.</summary>
    public void Break(params string[] stacks) => _folder.Write("broken", string.Join('\n', stacks) + "\n");

    /// <summary>Changes a source file as an editor does, later than everything that is built.</summary>
    public void Edit() => File.SetLastWriteTimeUtc(PathOf("src/RigBuilder/Program.cs"), DateTime.UnixEpoch.AddYears(100));

    /// <summary>Puts what the build leaves when it has fetched llama.cpp.</summary>
    public void Fetch() => _folder.Write("artifacts/native/cpu/fetched.stamp", "");

    /// <summary>Forgets the answer.</summary>
    public void Forget() => File.Delete(PathOf("artifacts/stack"));

    /// <summary>Remembers an answer as an earlier run did.</summary>
    public void Remember(string stack) => _folder.Write("artifacts/stack", stack + "\n");

    /// <summary>Runs the launcher.</summary>
    public LauncherRun Run(params string[] arguments)
    {
        File.WriteAllText(PathOf("calls"), "");
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(PathOf("rig"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Remove("RIGBUILDER_LLAMA_DIR");
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

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
