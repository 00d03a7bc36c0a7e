using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RigBuilder.Scenarios.Tests.Terminal;

/// <summary>The workbench as a process of its own on a terminal of 100×30.</summary>
internal sealed class TerminalSession : IDisposable
{
    /// <summary>SIGXFSZ: a file grew beyond the user's limit.</summary>
    public const PosixSignal FileSizeExceeded = (PosixSignal)25;

    // Limits only end tests that fail; they are wide, since the machine may be busy.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly ScratchFolder _folder = new();
    private readonly Process _process;

    /// <param name="controlling">Whether the terminal is the process's controlling one, which sends it signals; else it is merely open.</param>
    /// <param name="arguments">Arguments of the program.</param>
    /// <param name="environment">Variables that differ from the usual ones.</param>
    public TerminalSession(bool controlling, string[] arguments, params (string Name, string? Value)[] environment)
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("pseudo-terminals are opened as on Linux");
        if (!File.Exists("/dev/ptmx") || !File.Exists("/usr/bin/setsid")) Assert.Ignore("there are no pseudo-terminals here, or no setsid");
        Terminal = new PseudoTerminal();
        var start = new ProcessStartInfo(controlling ? "setsid" : "sh") { RedirectStandardInput = true, RedirectStandardError = true };
        if (controlling) start.ArgumentList.Add("sh");
        // A session's first process gets the terminal that it opens first as its controlling one.
        foreach (var argument in (string[])["-c", "exec <\"$TTY\" >\"$TTY\"; stty rows 30 cols 100; exec \"$@\"", "sh", ProgramUnderTest.Path, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["TTY"] = Terminal.Path;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["COLORTERM"] = "truecolor";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["RIGBUILDER_CONFIG"] = Path.Combine(_folder.Path, "config");
        start.Environment["RIGBUILDER_DATA_HOME"] = Path.Combine(_folder.Path, "data");
        start.Environment.Remove("NO_COLOR");
        // Tests that draw without a terminal set it for this process, and the library then writes to none.
        start.Environment.Remove("DisableRealDriverIO");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>The terminal it runs on.</summary>
    public PseudoTerminal Terminal { get; }

    /// <summary>Most memory that was seen resident while waiting for the end, in bytes.</summary>
    public long MostMemory { get; private set; }

    /// <summary>Waits until a text was written to the terminal.</summary>
    public void WaitFor(string text)
    {
        var began = Stopwatch.StartNew();
        while (!Terminal.Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.WaitForExit(20)) Assert.Fail($"the program ended with {_process.ExitCode} before it showed '{text}':\n{_process.StandardError.ReadToEnd()}\n{Terminal.Output}");
            if (began.Elapsed > Limit) Assert.Fail($"'{text}' was not shown within {Limit}:\n{Terminal.Output}");
        }
    }

    /// <summary>Sends a signal by its name.</summary>
    public void Signal(PosixSignal signal)
    {
        var number = signal switch { PosixSignal.SIGTERM => 15, PosixSignal.SIGHUP => 1, PosixSignal.SIGINT => 2, FileSizeExceeded => 25, _ => throw new ArgumentOutOfRangeException(nameof(signal)) };
        Assert.That(Kill(_process.Id, number), Is.Zero);
    }

    /// <summary>Waits for the end of the program; its exit code.</summary>
    public int WaitForExit()
    {
        var began = Stopwatch.StartNew();
        while (!_process.WaitForExit(50))
        {
            MostMemory = Math.Max(MostMemory, Memory());
            if (began.Elapsed > Limit) Assert.Fail($"the program did not end within {Limit}; it has {MostMemory >> 20} MiB");
        }

        if (!Terminal.WaitUntilLeft(Limit)) Assert.Fail("the program ended and something still has its terminal");
        return _process.ExitCode;
    }

    /// <summary>What the program said on its error output, once it has ended.</summary>
    public string Errors() => _process.StandardError.ReadToEnd();

    public void Dispose()
    {
        Terminal.Dispose();
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    // The process may end between any two looks at it.
    private long Memory()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
