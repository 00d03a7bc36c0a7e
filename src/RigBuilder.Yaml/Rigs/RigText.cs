using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>A rig file as read, with the places of everything that a catalog must know.</summary>
internal sealed record RigText(
    string Name, QuestText Quest, ImmutableArray<(PartKind Kind, ImmutableArray<Located<Selection>> Selections)> Parts, ImmutableArray<(Setting Setting, string Text)> Settings)
{
    public Build ToBuild()
    {
        var spec = Quest.ToSpec();
        // A setting overrules what the quest says in the words of version 1.
        var settings = Settings.Aggregate(spec.Settings, (quest, s) => s.Setting.Apply(quest, s.Text, out _));
        var build = new Build { Name = Name, Quest = spec with { Settings = settings } };
        foreach (var (kind, selections) in Parts)
            if (!selections.IsEmpty) build = build.With(kind, [.. selections.Select(s => s.Value)]);
        return build;
    }
}

/// <summary>A quest as read, with the places of model and quant.</summary>
internal sealed record QuestText(Located<string>? Model, Located<string>? Quant, Quest Settings)
{
    public QuestSpec ToSpec() => new() { ModelId = Model?.Value, QuantId = Quant?.Value, Settings = Settings };
}
