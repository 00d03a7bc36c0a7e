using System.Runtime.InteropServices;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Turns the signals that end a program into cancellation, so that the host leaves its loop and restores the terminal.</summary>
internal sealed class EndingSignals : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _ended = new();
    private readonly PosixSignalRegistration[] _registrations;
    private volatile int _exitCode = Cli.ExitCode.Cancelled;

    public EndingSignals() => _registrations =
    [
        On(PosixSignal.SIGHUP, 1), On(PosixSignal.SIGINT, 2), On(PosixSignal.SIGTERM, 15),
    ];

    /// <summary>Cancelled by the first of them.</summary>
    public CancellationToken Token => _ended.Token;

    /// <summary>
    /// The exit code of a program that did not end by itself: 128 + the number of the signal, as shells count it; that of an interrupt when
    /// none came, as when the terminal vanished. The host may have heard of the signal a moment before us.
    /// </summary>
    public int Await()
    {
        _ended.Token.WaitHandle.WaitOne(Moment);
        return _exitCode;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _ended.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (_ended.IsCancellationRequested) return;
        _exitCode = 128 + number;
        _ended.Cancel();
    });
}
