using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Host;

/// <summary>
/// A host without a terminal: plays a script of events and keeps every frame. It is the null host when the script is empty.
/// </summary>
public sealed class RecordingHost(Size size, params ImmutableArray<HostEvent> script) : ITerminalHost
{
    private readonly List<Frame> _frames = [];
    private int _pending;

    /// <inheritdoc/>
    public string Name => "recording";

    /// <inheritdoc/>
    public HostCapabilities Capabilities { get; } = new(0, Unicode: true, Mouse: true, Refusal: null);

    /// <summary>Every drawn frame, oldest first.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    /// <summary>The last drawn frame as text; empty before the first.</summary>
    public string Screen => _frames.Count == 0 ? "" : FramePainter.Paint(_frames[^1], GlyphSet.Braille).ToText();

    /// <summary>Whether the terminal was given away and taken back, how often.</summary>
    public int Yields { get; private set; }

    /// <inheritdoc/>
    public void Run(IScreenProgram program, CancellationToken cancellation)
    {
        var now = size;
        program.Changed += Wake;
        try
        {
            program.Handle(new HostEvent.Resized(now));
            _frames.Add(program.Draw(now));
            foreach (var happened in script)
            {
                if (program.Finished || cancellation.IsCancellationRequested) break;
                if (happened is HostEvent.Resized resized) now = resized.Size;
                program.Handle(happened);
                _frames.Add(program.Draw(now));
            }

            if (Interlocked.Exchange(ref _pending, 0) > 0 && !program.Finished) _frames.Add(program.Draw(now));
            if (!program.Finished) program.Handle(new HostEvent.Closing());
        }
        finally
        {
            program.Changed -= Wake;
        }
    }

    /// <inheritdoc/>
    public void Yield(Action outside)
    {
        Yields++;
        outside();
    }

    private void Wake() => Interlocked.Increment(ref _pending);
}
