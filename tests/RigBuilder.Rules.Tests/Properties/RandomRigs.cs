using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Rules.Tests.Properties;

/// <summary>Situations of random parts from the shipped catalog, sane or not, some with figures missing or zero.</summary>
internal sealed class RandomRigs(int seed)
{
    private readonly Random _random = new(seed);

    public Situation Next()
    {
        var catalog = Repository.Catalog;
        var rig = new Rig
        {
            Gpus = [.. Several(catalog.Gpus.Items, 4).Select(Odd)],
            Cpu = Maybe(catalog.Cpus.Items),
            Motherboard = Maybe(catalog.Motherboards.Items),
            Memory = [.. Several(catalog.Memory.Items, 3)],
            Ssds = [.. Several(catalog.Ssds.Items, 3)],
            Psu = Maybe(catalog.Psus.Items),
            Case = Maybe(catalog.Cases.Items),
            Cooler = Maybe(catalog.Coolers.Items),
            Missing = _random.Next(5) == 0 ? [new MissingPart(PartKind.Psu, new Selection("nope"), null)] : [],
        };
        var quest = new Quest
        {
            Model = Maybe(catalog.Models.Items),
            Quant = Maybe(catalog.Quants.Items),
            Context = 1 << _random.Next(20),
            Users = 1 + _random.Next(4),
            FlashAttention = Coin(),
            KeyType = (KvType)_random.Next(3),
            ValueType = (KvType)_random.Next(3),
            RunsOn = (RunsOn)_random.Next(3),
            Kind = Coin() ? WorkloadKind.Inference : (WorkloadKind)_random.Next(4),
            Backend = Coin() ? null : "vulkan",
            TargetSpeed = Coin() ? null : TokensPerSecond.FromValue(_random.Next(100)),
            Budget = Coin() ? null : Money.FromUsd(_random.Next(5000)),
        };
        return new Situation(rig, quest, Repository.Forecaster.Predict(rig, quest));
    }

    private Gpu Odd(Gpu gpu) => _random.Next(6) switch
    {
        0 => gpu with { Vram = Bytes.Zero, Bandwidth = BytesPerSecond.Zero },
        1 => gpu with { BoardPower = null, Length = null, Slots = null, Pcie = null, Price = null, Released = null, Note = null },
        _ => gpu,
    };

    private bool Coin() => _random.Next(2) == 0;

    private T? Maybe<T>(ImmutableArray<T> items)
        where T : class => _random.Next(4) == 0 ? null : items[_random.Next(items.Length)];

    private T[] Several<T>(ImmutableArray<T> items, int most)
    {
        var chosen = Enumerable.Range(0, _random.Next(most + 1)).Select(_ => items[_random.Next(items.Length)]).ToArray();
        return Coin() && chosen.Length > 1 ? [.. chosen.Select(_ => chosen[0])] : chosen;
    }
}
