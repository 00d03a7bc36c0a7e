using System.Runtime.InteropServices;

namespace RigBuilder.Scenarios.Tests.Terminal;

/// <summary>The workbench on a real terminal, however it ends, it ends well.</summary>
[NonParallelizable]
public sealed class TerminalTests
{
    private const string Enter = "\u001b[?1049h";
    private const string Leave = "\u001b[?1049l";
    private const long Mebibyte = 1 << 20;

    [TestCase(true)]
    [TestCase(false)]
    public void Terminal_ThatVanishes_EndsTheProgramWithoutGrowing(bool controlling)
    {
        using var session = Started(controlling);
        session.Terminal.Dispose();
        session.WaitForExit();
        Assert.That(session.MostMemory, Is.LessThan(600 * Mebibyte));
    }

    [TestCase(PosixSignal.SIGTERM, 143)]
    [TestCase(PosixSignal.SIGHUP, 129)]
    [TestCase(PosixSignal.SIGINT, 130)]
    public void Signal_WhateverItIs_EndsTheProgramAndRestoresTheTerminal(PosixSignal signal, int exitCode)
    {
        using var session = Started(controlling: true);
        session.Signal(signal);
        Assert.That(session.WaitForExit(), Is.EqualTo(exitCode));
        AssertRestored(session);
    }

    [Test]
    public void Quit_ByKey_ExitsZeroAndRestoresTheTerminal()
    {
        using var session = Started(controlling: true);
        session.Terminal.Type("q");
        Assert.That(session.WaitForExit(), Is.Zero);
        AssertRestored(session);
    }

    [Test]
    public void File_BeyondTheUsersLimit_DoesNotEndTheProgram()
    {
        using var session = Started(controlling: true);
        session.Signal(TerminalSession.FileSizeExceeded);
        session.Terminal.Type("5");
        session.WaitFor("Sparring");
        session.Terminal.Type("q");
        Assert.That(session.WaitForExit(), Is.Zero);
        AssertRestored(session);
    }

    [Test]
    public void CtrlC_AsAKey_EndsTheProgramAndRestoresTheTerminal()
    {
        using var session = Started(controlling: true);
        session.Terminal.Type("\u0003");
        session.WaitForExit();
        AssertRestored(session);
    }

    [Test]
    public void NoColor_Set_NothingIsColoured()
    {
        using var session = new TerminalSession(true, ["--new"], ("NO_COLOR", "1"));
        session.WaitFor("Workbench");
        session.Terminal.Type("q");
        session.WaitForExit();
        Assert.That(session.Terminal.Output, Does.Not.Match("\u001b\\[[0-9;]*[34]8;[25];"));
    }

    [TestCase("LC_ALL", "C", "--new")]
    [TestCase("LC_ALL", "C.UTF-8", "--ascii", "--new")]
    public void Ascii_EveryScreenDialogAndMenu_SendsNothingElse(string variable, string value, params string[] arguments)
    {
        using var session = new TerminalSession(true, arguments, (variable, value));
        session.WaitFor("Workbench");
        // Each screen, then help, palette and the menu, and a part picked.
        foreach (var keys in (string[])["1", "2", "3", "4", "5", "2", "\r", "\u001b[B", "\r", "?", "\u001b", ":", "\u001b", "\u001b[21~", "\u001b"])
        {
            session.Terminal.Type(keys);
            Thread.Sleep(400);
        }

        session.Signal(PosixSignal.SIGTERM); // by key it would ask about the rig
        session.WaitForExit();
        var strange = session.Terminal.Output.Where(c => !char.IsAscii(c)).Distinct().ToArray();
        Assert.That(new string(strange), Is.Empty);
    }

    [TestCase("TERM", "dumb")]
    [TestCase("TERM", "")]
    public void Terminal_Useless_IsRefusedWithASentence(string variable, string value)
    {
        using var session = new TerminalSession(true, ["--new"], (variable, value));
        Assert.That(session.WaitForExit(), Is.Not.Zero);
        Assert.That(session.Terminal.Output, Does.Not.Contain(Enter));
        Assert.That(session.Errors(), Does.Contain("The workbench needs").And.Contain("commands"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void NoMouse_Asked_LeavesTheMouseToTheTerminal(bool asked)
    {
        using var session = new TerminalSession(true, asked ? ["--new", "--no-mouse"] : ["--new"]);
        session.WaitFor("Workbench");
        session.Terminal.Type("q");
        session.WaitForExit();
        var output = session.Terminal.Output;
        var at = output.IndexOf("Workbench", StringComparison.Ordinal);
        var on = new[] { "\u001b[?1000h", "\u001b[?1002h", "\u001b[?1003h" }.Max(s => output.LastIndexOf(s, at, StringComparison.Ordinal));
        var off = new[] { "\u001b[?1000l", "\u001b[?1002l", "\u001b[?1003l" }.Max(s => output.LastIndexOf(s, at, StringComparison.Ordinal));
        Assert.That(on > off, Is.EqualTo(!asked));
    }

    private static TerminalSession Started(bool controlling)
    {
        var session = new TerminalSession(controlling, ["--new"]);
        session.WaitFor("Workbench");
        return session;
    }

    private static void AssertRestored(TerminalSession session)
    {
        var output = session.Terminal.Output;
        Assert.Multiple(() =>
        {
            Assert.That(output.LastIndexOf(Leave, StringComparison.Ordinal), Is.GreaterThan(output.LastIndexOf(Enter, StringComparison.Ordinal)), "the other screen is left");
            Assert.That(output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal), Is.GreaterThan(output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal)), "the cursor shows");
        });
    }
}
