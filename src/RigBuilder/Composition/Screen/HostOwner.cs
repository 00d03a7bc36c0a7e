using RigBuilder.Workbench.Host;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Disposes a host that needs it.</summary>
internal sealed class HostOwner(ITerminalHost host) : IDisposable
{
    public ITerminalHost Host => host;

    public void Dispose() => (host as IDisposable)?.Dispose();
}
