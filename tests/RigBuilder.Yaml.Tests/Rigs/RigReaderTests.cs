using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Tests.Catalogs;

namespace RigBuilder.Yaml.Tests.Rigs;

public class RigReaderTests
{
    private const string Full = """
        rig: My rig
        quest: { model: llama-65b, quant: q4_0, context: 2048, users: 2, kv: q8_0, flash_attention: on, runs_on: gpu, kind: qlora, backend: cuda, target_speed: 10 tok/s, budget: 3000 USD, electricity_price: 0.30 USD/kWh }
        parts:
          gpu: [{ id: rtx-3090, count: 2 }, rx-7900-xtx]
          cpu: ryzen-9-5900x
          memory: { id: kit, count: 2 }
          case:
        """;

    [Test]
    public void Rig_InEveryForm_IsRead()
    {
        var build = RigReader.Read(new TextFile("r.yaml", Full)).Value!;
        Assert.That(build.Name, Is.EqualTo("My rig"));
        Assert.That(build.Quest, Is.EqualTo(new QuestSpec
        {
            ModelId = "llama-65b",
            QuantId = "q4_0",
            Settings = new Quest
            {
                Context = 2048,
                Users = 2,
                KeyType = KvType.Q8_0,
                ValueType = KvType.Q8_0,
                FlashAttention = true,
                RunsOn = RunsOn.Gpu,
                Kind = WorkloadKind.Qlora,
                Backend = "cuda",
                TargetSpeed = TokensPerSecond.FromValue(10),
                Budget = Money.FromUsd(3000),
                ElectricityPrice = Money.FromUsd(0.30m),
            },
        }));
        Assert.That(build[PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-3090", 2), new Selection("rx-7900-xtx") }));
        Assert.That(build[PartKind.Cpu], Is.EqualTo(new[] { new Selection("ryzen-9-5900x") }));
        Assert.That(build[PartKind.Memory], Is.EqualTo(new[] { new Selection("kit", 2) }));
        Assert.That(build.Slots.Keys, Is.EqualTo(new[] { PartKind.Gpu, PartKind.Cpu, PartKind.Memory }));
    }

    [Test]
    public void Writer_OfARig_UsesTheFileFormat()
    {
        var build = RigReader.Read(new TextFile("r.yaml", Full)).Value!;
        Assert.That(RigWriter.Write(build), Is.EqualTo("""
            rig: My rig
            quest:
              model: llama-65b
              quant: q4_0
              context: 2048
              users: 2
              kv: q8_0
              flash_attention: on
              runs_on: gpu
              kind: qlora
              backend: cuda
              target_speed: 10 tok/s
              budget: 3000 USD
              electricity_price: 0.30 USD
            parts:
              gpu: [{ id: rtx-3090, count: 2 }, rx-7900-xtx]
              cpu: ryzen-9-5900x
              memory: [{ id: kit, count: 2 }]

            """));
    }

    [Test]
    public void UnknownIds_AgainstACatalog_AreKeptAndReported()
    {
        var catalog = CatalogReader.Read(SampleCatalog.Files).Catalog;
        var read = RigReader.Read(new TextFile("r.yaml", """
            quest: { model: qwen3-30b-a3d, quant: q9 }
            parts:
              gpu: [rtx-3090, { id: rtx-3091, count: 2 }]
              cpu: { id: ryzen-9-5900x, count: 9 }
            """), catalog);
        Assert.That(read.Value![PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-3090"), new Selection("rtx-3091", 2) }));
        Assert.That(read.Value.Quest.ModelId, Is.EqualTo("qwen3-30b-a3d"));
        Assert.That(read.Diagnostics.Select(d => $"{d.Location!.Line}:{d.Location.Column} {d.Severity} {d.Code} {d.Message}; {d.Help}"), Is.EqualTo(new[]
        {
            "1:17 Warning RB4002 the catalog has no model 'qwen3-30b-a3d'; did you mean 'qwen3-30b-a3b'?",
            "1:39 Warning RB4003 the catalog has no quant 'q9'; rigbuilder catalog list shows what there is",
            "3:21 Warning RB4001 the catalog has no gpu 'rtx-3091'; did you mean 'rtx-3090'?",
            "4:10 Warning RB4004 a rig has one cpu; only the first counts; remove the others",
        }));
    }

    [TestCase("parts: { gpu: [{ id: a, count: 0 }] }", "RB4108")]
    [TestCase("parts: { gpus: a }", "RB4101")]
    [TestCase("quest: { kv: f16, key_type: q8_0 }", "RB4113")]
    [TestCase("quest: { context: 0 }", "RB4108")]
    [TestCase("quest: { budget: 3000 }", "RB4103")]
    [TestCase("quest: { flash_attention: maybe }", "RB4106")]
    [TestCase("- a list", "RB4105")]
    [TestCase("", "RB1003")]
    [TestCase("rig: [", "RB1002")]
    public void Rig_WithAnError_IsNotRead(string text, string code)
    {
        var read = RigReader.Read(new TextFile("r.yaml", text));
        Assert.That(read.Value, Is.Null);
        Assert.That(read.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { code }), string.Join("\n", read.Diagnostics.Select(DiagnosticText.Render)));
    }

    private const string Second = """
        format: 2
        rig: Four 3090s at 280 W
        quest: { model: llama-65b, quant: q4_0 }
        settings: { ngl: 99, ncmoe: 28, split_mode: layer, tensor_split: [1, 1.5], ctk: q8_0, ctv: iq4_nl, ub: 1024, threads: 12, backend: cuda, spec: { kind: mtp, n: 3 }, ot: [exps=CPU, attn=CUDA1] }
        parts:
          gpu: [{ id: rtx-3090, count: 2, power_limit: 280 W, link: { gen: 4, lanes: 8, by: riser }, condition: used, price: 1100 USD }]
          cpu: { id: ryzen-9-5900x, count: 2, owned: true }
          memory: "8x64 GB DDR5-4800 RDIMM"
        in_use: { vram: [2 GiB, 512 MiB], ram: 6 GiB }
        """;

    [Test]
    public void Rig_OfTheSecondFormat_IsReadAndWrittenBack()
    {
        var build = RigReader.Read(new TextFile("r.yaml", Second)).Value!;
        var quest = build.Quest.Settings;
        Assert.Multiple(() =>
        {
            Assert.That(quest.Launch, Is.EqualTo(new LaunchSettings
            {
                GpuLayers = 99,
                CpuExpertLayers = 28,
                Split = SplitMode.Layer,
                TensorSplit = new([1, 1.5]),
                Threads = 12,
                Speculation = new Speculation(SpeculationKind.Mtp, 3),
                Overrides = new([new TensorOverride("exps", "CPU"), new TensorOverride("attn", "CUDA1")]),
                VramInUse = new([Bytes.FromGiB(2), Bytes.FromMiB(512)]),
                RamInUse = Bytes.FromGiB(6),
            }));
            Assert.That((quest.KeyType, quest.ValueType, quest.MicroBatch, quest.Backend), Is.EqualTo((KvType.Q8_0, KvType.Iq4_Nl, 1024, "cuda")));
            Assert.That(build[PartKind.Gpu][0].AsBuilt, Is.EqualTo(new AsBuilt
            {
                PowerLimit = Watts.FromValue(280),
                Link = new PcieLink(4, 8),
                LinkBy = "riser",
                Condition = PartCondition.Used,
                Price = Money.FromUsd(1100),
            }));
            Assert.That(build[PartKind.Cpu][0].AsBuilt.Owned, Is.True);
            Assert.That(RigReader.Read(new TextFile("w.yaml", RigWriter.Write(build))).Value!.Quest, Is.EqualTo(build.Quest));
            Assert.That(RigWriter.Write(build), Does.StartWith("format: 2\nrig: "));
        });
    }

    [Test]
    public void Rig_AsBuilt_ReachesTheParts()
    {
        var catalog = CatalogReader.Read(SampleCatalog.Files).Catalog;
        var rig = catalog.Resolve(RigReader.Read(new TextFile("r.yaml", Second)).Value!);
        Assert.Multiple(() =>
        {
            Assert.That(rig.Gpus.Select(g => (g.PowerLimit?.Value, g.Link?.Lanes, g.Price?.Amount.Amount)), Is.All.EqualTo(((double?)280, (int?)8, (decimal?)1100)));
            Assert.That((rig.Sockets, rig.Cpu!.Owned), Is.EqualTo((2, true)));
            Assert.That(rig.Memory[0].Capacity.GiB, Is.EqualTo(512));
            Assert.That(rig.Memory[0].Registered, Is.True);
        });
    }

    [TestCase("format: 3", "RB4113")]
    [TestCase("parts: { gpu: { id: a, count: 999 } }", "RB4113")]
    [TestCase("quest: { context: 2147483647 }", "RB4108")]
    [TestCase("settings: { ngl: many }", "RB4110")]
    [TestCase("settings: { ctk: q9_9 }", "RB4110")]
    [TestCase("settings: { nlg: 99 }", "RB4101")]
    [TestCase("settings: { ot: 'exps' }", "RB4110")]
    [TestCase("settings: { spec: draft }", "RB4110")]
    [TestCase("settings: { tensor_split: { a: 1 } }", "RB4105")]
    [TestCase("parts: { gpu: { id: a, power_limit: 280 } }", "RB4103")]
    [TestCase("parts: { cpu: { id: a, power_limit: 280 W } }", "RB4101")]
    [TestCase("parts: { gpu: { id: a, link: { gen: 4 } } }", "RB4102")]
    [TestCase("in_use: { vram: 2 }", "RB4110")]
    public void Rig_OfTheSecondFormatWithAnError_IsNotRead(string text, string code) => Rig_WithAnError_IsNotRead(text, code);
}
