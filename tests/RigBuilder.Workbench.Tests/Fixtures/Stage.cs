using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>
/// Drives the workbench like a person: named keys in, text out. Everything happens at once, so nothing waits and nothing sleeps.
/// </summary>
public sealed class Stage
{
    private readonly ScreenProgram _program;
    private Size _size;
    private (Frame? Frame, string Text) _seen = (null, "");

    public Stage(ScreenState start, Size? size = null, FakeEffects? effects = null)
    {
        (_size, Effects) = (size ?? new Size(80, 24), effects ?? new FakeEffects());
        _program = new ScreenProgram(start, Effects);
        _program.Handle(new HostEvent.Resized(_size));
    }

    public static Stage Empty => new(ScreenState.Start(FixtureWorld.World));

    public FakeEffects Effects { get; }

    public ScreenState State => _program.State;

    public bool Finished => _program.Finished;

    public Frame Frame => _program.Draw(_size);

    /// <summary>What a user sees.</summary>
    public string Screen
    {
        get
        {
            if (!ReferenceEquals(Frame, _seen.Frame)) _seen = (Frame, HeadlessScreen.TextOf(Frame, GlyphSet.Braille));
            return _seen.Text;
        }
    }

    public BenchScreen Bench => State.Get<BenchScreen>();

    public static Stage On(Build build, Size? size = null) => new(ScreenState.Start(FixtureWorld.World, build), size);

    /// <summary>Presses keys by name, separated by blanks: "Enter j j Ctrl-R".</summary>
    public Stage Press(string keys)
    {
        foreach (var key in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Handle(new HostEvent.Pressed(Key.Parse(key)));
        return this;
    }

    /// <summary>Types text, character by character.</summary>
    public Stage Type(string text)
    {
        foreach (var rune in text.EnumerateRunes()) Handle(new HostEvent.Pressed(Key.Of(rune)));
        return this;
    }

    public Stage Click(PanelId panel, int row) => Handle(new HostEvent.Clicked(panel, row));

    public Stage Resize(int width, int height)
    {
        _size = new Size(width, height);
        return Handle(new HostEvent.Resized(_size));
    }

    public Stage Handle(HostEvent happened)
    {
        _program.Handle(happened);
        _ = Frame;
        return this;
    }

    public Stage Tell(Message message)
    {
        _program.Post(message);
        _ = Frame;
        return this;
    }

    /// <summary>Goes to the arena, where this machine turns out to be a modest one.</summary>
    public Stage InArena() => Press("5").Tell(new Message.MachineFound(FixtureBout.Machine));

    /// <summary>Chooses a slot by its short name with keys alone.</summary>
    public Stage OnSlot(PartKind slot)
    {
        Press("2 Esc Esc Home");
        for (var i = 0; i < (int)slot; i++) Press("Down");
        Assert.That(Bench.Slot, Is.EqualTo(slot));
        return this;
    }

    /// <summary>Equips a part by filtering for words of its name.</summary>
    public Stage Equip(PartKind slot, string words) => OnSlot(slot).Press("/").Type(words).Press("Enter Enter");

    public Stage Expect(params string[] texts)
    {
        foreach (var text in texts) Assert.That(Screen, Does.Contain(text));
        return this;
    }

    public Stage ExpectNot(params string[] texts)
    {
        foreach (var text in texts) Assert.That(Screen, Does.Not.Contain(text));
        return this;
    }

    public T Effect<T>()
        where T : Effect => Effects.Done.OfType<T>().Last();
}
