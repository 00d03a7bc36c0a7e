using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Offers every effect to several runners; each does what is its own and leaves the rest.</summary>
internal sealed class AllEffects(params IReadOnlyList<IEffectRunner> runners) : IEffectRunner
{
    public void Run(Effect effect, Action<Message> dispatch)
    {
        foreach (var runner in runners) runner.Run(effect, dispatch);
    }
}
