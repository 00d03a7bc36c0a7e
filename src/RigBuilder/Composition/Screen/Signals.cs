using System.Runtime.InteropServices;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Turns signals into cancellation, so that the host leaves its loop and restores the terminal.</summary>
internal static class Signals
{
    public static PosixSignalRegistration On(PosixSignal signal, CancellationTokenSource ended) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            ended.Cancel();
        });
}
