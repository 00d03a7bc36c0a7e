namespace RigBuilder.Workbench.Host;

/// <summary>
/// The terminal port: something that shows frames and reports keys, with its own main loop. A host restores the terminal
/// however <see cref="Run"/> ends.
/// </summary>
public interface ITerminalHost
{
    /// <summary>Name with version, for "about".</summary>
    string Name { get; }

    /// <summary>What the terminal can do, and why it cannot be used when it cannot.</summary>
    HostCapabilities Capabilities { get; }

    /// <summary>Shows the program until it has finished, the token is cancelled, or the terminal is closed.</summary>
    /// <exception cref="InvalidOperationException">The terminal cannot be used; see <see cref="HostCapabilities.Refusal"/>.</exception>
    void Run(IScreenProgram program, CancellationToken cancellation);

    /// <summary>
    /// Gives the terminal to something else, such as an editor, and takes it back. Called by the program while it handles an event.
    /// </summary>
    void Yield(Action outside);
}
