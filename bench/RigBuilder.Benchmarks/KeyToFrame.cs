using BenchmarkDotNet.Attributes;
using RigBuilder.Cli.Composition;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Benchmarks;

/// <summary>
/// From a key press to the frame that is shown next, without the drawing of it, at 140×40: moving the cursor (stats of another candidate), and equipping a part
/// (everything is judged anew and every candidate of the slot tried). Bars: 10 ms shipped, 16 ms with ten thousand parts.
/// </summary>
[MemoryDiagnoser]
public class KeyToFrame
{
    private static readonly Size Screen = new(140, 40);
    private ScreenProgram _program = null!;
    private bool _down;

    /// <summary>Whether the catalog holds ten thousand more cards.</summary>
    [Params(false, true)]
    public bool Huge { get; set; }

    [GlobalSetup(Target = nameof(MoveCursor))]
    public void Setup()
    {
        var world = Huge ? Worlds.Huge : Worlds.Shipped;
        _program = new ScreenProgram(
            ScreenState.Start(new RigBuilder.Workbench.State.World(world.Appraiser()), Worlds.DualCards), new NoEffects());
        _program.Draw(Screen);
        _program.Handle(new HostEvent.Pressed(Key.Parse("l")));
        _program.Draw(Screen);
    }

    /// <summary>The cursor starts on what is equipped, where Enter would change nothing.</summary>
    [GlobalSetup(Target = nameof(EquipAndUndo))]
    public void SetupOnAnother()
    {
        Setup();
        Press("j");
        var before = _program.State.Build;
        Press("Enter");
        if (_program.State.Build == before) throw new InvalidOperationException("Enter equips nothing: the benchmark would measure nothing");
        Press("u");
    }

    [Benchmark]
    public object MoveCursor()
    {
        _down = !_down;
        return Press(_down ? "j" : "k");
    }

    [Benchmark]
    public object EquipAndUndo()
    {
        Press("Enter");
        return Press("u");
    }

    private Frame Press(string key)
    {
        _program.Handle(new HostEvent.Pressed(Key.Parse(key)));
        return _program.Draw(Screen);
    }

    private sealed class NoEffects : IEffectRunner
    {
        public void Run(Effect effect, Action<Message> dispatch)
        {
        }
    }
}
