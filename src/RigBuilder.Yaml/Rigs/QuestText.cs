using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>A quest as read, with the places of model and quant.</summary>
internal sealed record QuestText(Located<string>? Model, Located<string>? Quant, Quest Settings)
{
    public QuestSpec ToSpec() => new() { ModelId = Model?.Value, QuantId = Quant?.Value, Settings = Settings };
}
