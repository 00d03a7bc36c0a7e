using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Yaml.Tests.Rigs;

/// <summary>Random builds that a rig file can hold.</summary>
public static class RigGenerators
{
    private static readonly string[] Awkward =
        ["null", "true", "on", "~", "12", "1e5", "- a", "a: b", "a #b", "#x", "[x]", "{x}", "'q'", "\"q\"", "\\", "&a", "*a", "!t", "%d", "@x", "`x", "|", ">", "?", "é", "日本語", "😀", "a\u2028b", "a\u00A0b", "\uFEFFa", "a, b", "---", "..."];

    public static Arbitrary<Build> Builds() => Build().ToArbitrary();

    private static Gen<string> Text() => Gen.OneOf(
        Gen.Elements(Awkward),
        Gen.Choose(1, 12).SelectMany(n => Gen.Elements("abcXYZ019 -_.:#'\"\\{}[],&*é日".ToCharArray()).ArrayOf(n)).Select(c => new string(c).Trim()).Where(t => t.Length > 0));

    private static Gen<ImmutableArray<Selection>> Selections() =>
        Gen.Choose(0, 3).SelectMany(n => Selection().ArrayOf(n)).Select(s => s.ToImmutableArray());

    private static Gen<Selection> Selection() =>
        from id in Text()
        from count in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, 5))
        from numbers in Gen.Choose(0, 1_000_000).ArrayOf(4)
        select new Selection(id, count)
        {
            AsBuilt = numbers[0] % 2 == 0 ? AsBuilt.Unsaid : new AsBuilt
            {
                Condition = numbers[1] % 3 == 0 ? null : numbers[1] % 3 == 1 ? PartCondition.New : PartCondition.Used,
                Price = numbers[2] % 2 == 0 ? null : Money.FromUsd(numbers[2] / 100m),
                Owned = numbers[3] % 2 == 0,
            },
        };

    private static Gen<Selection> Card() =>
        from card in Selection()
        from watts in Gen.Choose(0, 10_000)
        from link in Gen.Choose(1, 7)
        select card.AsBuilt == AsBuilt.Unsaid ? card : card with
        {
            AsBuilt = card.AsBuilt with
            {
                PowerLimit = watts % 3 == 0 ? null : Watts.FromValue(watts / 7.0),
                Link = watts % 2 == 0 ? null : new PcieLink(link, link * 2),
                LinkBy = watts % 4 == 1 ? "riser" : null,
            },
        };

    private static Gen<LaunchSettings> Launch() =>
        from n in Gen.Choose(0, 1_000_000).ArrayOf(12)
        select n[0] % 2 == 0 ? LaunchSettings.Open : new LaunchSettings
        {
            GpuLayers = Maybe(n[0], LaunchSettings.AllLayers),
            CpuExpertLayers = Maybe(n[1], LaunchSettings.AllLayers),
            Overrides = n[2] % 2 == 0 ? default : new([new("exps", "CPU"), new(@"blk\.(1|2)\.ffn_.*", "CUDA" + (n[2] % 16))]),
            Split = n[3] % 5 == 4 ? null : (SplitMode)(n[3] % 5),
            TensorSplit = n[4] % 2 == 0 ? default : new([n[4] / 7.0, 1]),
            MainGpu = Maybe(n[5], 15),
            Batch = 1 + Maybe(n[6], 60_000),
            Threads = 1 + Maybe(n[7], 4000),
            Speculation = n[8] % 3 == 0 ? null : n[8] % 3 == 1 ? new(SpeculationKind.Mtp, 1 + (n[8] % 64)) : new(SpeculationKind.Draft, 4, "qwen3-0.6b", n[8] % 2 == 0 ? null : "q8_0"),
            PowerLimits = n[9] % 2 == 0 ? default : new([Watts.FromValue(n[9] / 700.0)]),
            VramInUse = n[10] % 2 == 0 ? default : new([Bytes.FromCount(n[10]), Bytes.FromGiB(1.5)]),
            VramLimit = n[11] % 2 == 0 ? null : Bytes.FromCount(n[11] * 1000L),
            RamInUse = n[11] % 3 == 0 ? null : Bytes.FromCount(n[11]),
            Depth = Maybe(n[1], 1_000_000),
        };

    private static int? Maybe(int number, int most) => number % 3 == 0 ? null : number % (most + 1);

    private static Gen<QuestSpec> Quest() =>
        from model in Maybe(Text())
        from quant in Maybe(Text())
        from numbers in Gen.Choose(1, 1_000_000).ArrayOf(3)
        from key in Gen.Elements(Enum.GetValues<KvType>())
        from value in Gen.Elements(Enum.GetValues<KvType>())
        from flash in Gen.Elements(true, false)
        from runsOn in Gen.Elements(Enum.GetValues<RunsOn>())
        from kind in Gen.Elements(Enum.GetValues<WorkloadKind>())
        from backend in Gen.Elements(null, "cuda", "vulkan", "cpu")
        from speed in Gen.Choose(0, 1_000_000)
        from money in Gen.Choose(0, 100_000_000).ArrayOf(2)
        from launch in Launch()
        select new QuestSpec
        {
            ModelId = model,
            QuantId = quant,
            Settings = new Quest
            {
                Context = numbers[0],
                Users = 1 + (numbers[1] % 100_000),
                MicroBatch = 1 + (numbers[2] % RigBuilder.Domain.Workloads.Quest.LargestBatch),
                Launch = launch,
                KeyType = key,
                ValueType = value,
                FlashAttention = flash,
                RunsOn = runsOn,
                Kind = kind,
                Backend = backend,
                TargetSpeed = speed % 3 == 0 ? null : TokensPerSecond.FromValue(speed / 7.0),
                Budget = money[0] % 3 == 0 ? null : Money.FromUsd(money[0] / 100m),
                ElectricityPrice = money[1] % 3 == 0 ? null : Money.FromUsd(money[1] / 10_000m),
            },
        };

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));

    private static Gen<Build> Build() =>
        from name in Text()
        from quest in Quest()
        from cards in Gen.Choose(0, 3).SelectMany(n => Card().ArrayOf(n)).Select(s => s.ToImmutableArray())
        from slots in Selections().ArrayOf(Enum.GetValues<PartKind>().Length)
        select Enum.GetValues<PartKind>().Aggregate(new Build { Name = name, Quest = quest }, (build, kind) => build.With(kind, kind == PartKind.Gpu ? cards : slots[(int)kind]));
}
