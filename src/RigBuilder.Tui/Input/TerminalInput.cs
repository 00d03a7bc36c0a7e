using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Terminal.Gui.Drivers;

namespace RigBuilder.Tui.Input;

/// <summary>
/// The library's console input, read as soon as there is something to read: its own loop looks every 20 ms. It can be paused while
/// something else has the terminal, and notices that the terminal is gone.
/// </summary>
internal sealed class TerminalInput(Wake wake) : NetInput, IInput<ConsoleKeyInfo>
{
    private const int Look = 50; // ms; how soon it notices that it is to stop or to pause
    private readonly ManualResetEventSlim _here = new(true);
    private readonly Lock _reading = new();
    private ConcurrentQueue<ConsoleKeyInfo>? _keys;

    /// <summary>Whether the terminal is gone.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Reads nothing more, from when it returns on.</summary>
    public void Pause()
    {
        _here.Reset();
        lock (_reading) { }
    }

    /// <summary>Reads again.</summary>
    public void Resume() => _here.Set();

    void IInput<ConsoleKeyInfo>.Initialize(ConcurrentQueue<ConsoleKeyInfo> inputQueue) => _keys = inputQueue;

    void IInput<ConsoleKeyInfo>.Run(CancellationToken runCancellationToken)
    {
        while (!runCancellationToken.IsCancellationRequested)
        {
            _here.Wait(runCancellationToken);
            if (!TryRead(runCancellationToken)) continue;
            wake.Up();
            // The library takes the end of this method for the end of the program.
            if (IsLost) runCancellationToken.WaitHandle.WaitOne();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // On a terminal that is gone the library would read the end of the input for ever.
        if (!IsLost) base.Dispose();
        _here.Dispose();
    }

    private bool TryRead(CancellationToken cancellation)
    {
        lock (_reading)
        {
            if (!_here.IsSet) return false;
            var some = Tty.Exists ? Tty.Await(Look) : !cancellation.WaitHandle.WaitOne(Look / 5) && Peek();
            IsLost = some is null;
            if (some != true) return IsLost;
            foreach (var key in Read()) _keys?.Enqueue(key);
            return true;
        }
    }
}

/// <summary>
/// The library's parts for a console with <see cref="TerminalInput"/> in place of its own. This is the "dotnet" driver, which asks
/// the system for the size; the default one asks the terminal, and tmux 3.3a answers with rows and columns exchanged.
/// </summary>
internal sealed class TerminalComponents(Wake wake) : NetComponentFactory
{
    /// <summary>The input, as soon as the library has made it.</summary>
    public TerminalInput? Input { get; private set; }

    /// <summary>An application of these parts. The library takes parts only in a constructor of its own.</summary>
    public IApplication Create() => (IApplication)Make(this);

    /// <inheritdoc/>
    public override IInput<ConsoleKeyInfo> CreateInput() => Input = new TerminalInput(wake);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object Make(IComponentFactory parts);
}
