using RigBuilder.Workbench.Frames;

namespace RigBuilder.ConsoleHost.Devices;

/// <summary>A terminal as bytes in and text out. Everything but <see cref="Wake"/> is called from one thread.</summary>
public interface ITerminalDevice : IDisposable
{
    /// <summary>The terminal's size now.</summary>
    Size Size { get; }

    /// <summary>Whether someone asked the process to end (signal, closed terminal).</summary>
    bool Closed { get; }

    /// <summary>Switches to raw input: no echo, no line editing, keys as they come.</summary>
    void Enter();

    /// <summary>Puts the terminal back as it was. May be called at any time, also twice.</summary>
    void Leave();

    /// <summary>Writes text at once.</summary>
    void Write(string text);

    /// <summary>Waits for input, a wake-up or the end of the timeout and returns the bytes there are; none otherwise.</summary>
    ReadOnlySpan<byte> Read(TimeSpan timeout);

    /// <summary>Ends a <see cref="Read"/> from another thread.</summary>
    void Wake();

    /// <summary>Stops the process until the shell continues it, where the system can.</summary>
    void Suspend();
}
