using System.Collections.Immutable;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>A disk that is a dictionary; answers at once.</summary>
public sealed class FakeEffects : IEffectRunner
{
    private readonly Dictionary<string, Domain.Rigs.Build> _rigs = [];

    public List<Effect> Done { get; } = [];

    public Dictionary<string, string> Texts { get; } = [];

    public FakeEffects With(string path, Domain.Rigs.Build build)
    {
        _rigs[path] = build;
        return this;
    }

    public void Run(Effect effect, Action<Message> dispatch)
    {
        Done.Add(effect);
        switch (effect)
        {
            case Effect.SaveRig save:
                _rigs[save.Path] = save.Build;
                dispatch(new Message.Saved(save.Path, save.Build));
                break;
            case Effect.LoadRig load when _rigs.TryGetValue(load.Path, out var build): dispatch(new Message.Loaded(load.Path, build)); break;
            case Effect.LoadRig load: dispatch(new Message.Inform($"There is no {load.Path}", Role.Conflict)); break;
            case Effect.ListRigs: dispatch(new Message.Listed([.. _rigs.Keys.Order(StringComparer.Ordinal)])); break;
            case Effect.Export export:
                Texts[export.Path] = export.Text;
                dispatch(new Message.Inform($"Exported to {export.Path}", Role.Info));
                break;
        }
    }
}
