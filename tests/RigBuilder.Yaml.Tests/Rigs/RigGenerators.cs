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
        from count in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, 1000))
        select new Selection(id, count);

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
        select new QuestSpec
        {
            ModelId = model,
            QuantId = quant,
            Settings = new Quest
            {
                Context = numbers[0],
                Users = 1 + (numbers[1] % 100_000),
                MicroBatch = numbers[2],
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
        from slots in Selections().ArrayOf(Enum.GetValues<PartKind>().Length)
        select Enum.GetValues<PartKind>().Aggregate(new Build { Name = name, Quest = quest }, (build, kind) => build.With(kind, slots[(int)kind]));
}
