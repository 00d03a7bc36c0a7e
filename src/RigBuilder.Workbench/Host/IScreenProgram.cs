using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Host;

/// <summary>
/// What a host runs. The host calls every member from its own single thread; only <see cref="Changed"/> may be raised from
/// any thread, and then the host draws again soon.
/// </summary>
public interface IScreenProgram
{
    /// <summary>Raised when there may be something new to draw without an event of the host.</summary>
    event Action? Changed;

    /// <summary>Whether the host should end.</summary>
    bool Finished { get; }

    /// <summary>What to show on a screen of this size, however small.</summary>
    Frame Draw(Size size);

    /// <summary>Takes an event.</summary>
    void Handle(HostEvent happened);
}
