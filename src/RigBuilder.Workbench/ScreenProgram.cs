using System.Collections.Concurrent;
using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Update;
using RigBuilder.Workbench.View;

namespace RigBuilder.Workbench;

/// <summary>
/// The workbench as a host runs it: events become messages through the bindings, messages become states, effects go to the
/// runner, and its answers (from any thread) come back as messages before the next frame.
/// </summary>
public sealed class ScreenProgram(ScreenState start, IEffectRunner effects) : IScreenProgram
{
    private readonly ConcurrentQueue<Message> _answers = new();
    private (ScreenState State, Size Size, Frame Frame)? _drawn;
    private bool _scanDue;

    /// <inheritdoc/>
    public event Action? Changed;

    /// <summary>The state now.</summary>
    public ScreenState State { get; private set; } = start;

    /// <inheritdoc/>
    public bool Finished { get; private set; }

    /// <inheritdoc/>
    public Frame Draw(Size size)
    {
        if (State.Size != size) Apply(new Message.Resize(size));
        TakeAnswers();
        if (_scanDue && ReferenceEquals(_drawn?.State, State)) ContinueScan(); // keys come first, then what they changed is shown, then this
        if (_scanDue) Changed?.Invoke();
        if (_drawn is { } last && ReferenceEquals(last.State, State) && last.Size == size) return last.Frame;
        var frame = Viewer.Draw(State, size);
        _drawn = (State, size, frame);
        return frame;
    }

    /// <inheritdoc/>
    public void Handle(HostEvent happened)
    {
        TakeAnswers();
        var message = happened switch
        {
            HostEvent.Pressed pressed => BindingTable.MessageFor(State, pressed.Key),
            HostEvent.Pasted pasted => BindingTable.TakesText(State) ? new Message.Type(pasted.Text) : null,
            HostEvent.Clicked clicked => new Message.Click(clicked.Panel, clicked.Row),
            HostEvent.Scrolled scrolled => new Message.Scroll(scrolled.Panel, scrolled.Rows),
            HostEvent.Resized resized => new Message.Resize(resized.Size),
            _ => null,
        };
        if (message is not null) Apply(message);
        if (happened is HostEvent.Closing && State.Unsaved) effects.Run(new Effect.Autosave(State.Build, State.Path, State.Unsaved), _ => { });
    }

    /// <summary>Sends a message from any thread; it is applied before the next frame.</summary>
    public void Post(Message message)
    {
        _answers.Enqueue(message);
        Changed?.Invoke();
    }

    private void ContinueScan()
    {
        _scanDue = false;
        Apply(new Message.ContinueScan());
    }

    private void TakeAnswers()
    {
        // Only what is there now: applying may post again, and the frame must not wait for that.
        for (var i = _answers.Count; i > 0 && _answers.TryDequeue(out var message); i--) Apply(message);
    }

    private void Apply(Message message)
    {
        var step = Updater.Apply(State, message);
        State = step.State;
        foreach (var effect in step.Effects)
        {
            if (effect is Effect.Quit) Finished = true;
            else if (effect is Effect.ContinueScan) _scanDue = true;
            else effects.Run(effect, Post);
        }
    }
}
