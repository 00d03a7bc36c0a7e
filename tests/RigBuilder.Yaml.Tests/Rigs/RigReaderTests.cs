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
              cpu: [ryzen-9-5900x, ryzen-9-5900x]
            """), catalog);
        Assert.That(read.Value![PartKind.Gpu], Is.EqualTo(new[] { new Selection("rtx-3090"), new Selection("rtx-3091", 2) }));
        Assert.That(read.Value.Quest.ModelId, Is.EqualTo("qwen3-30b-a3d"));
        Assert.That(read.Diagnostics.Select(d => $"{d.Location!.Line}:{d.Location.Column} {d.Severity} {d.Code} {d.Message}; {d.Help}"), Is.EqualTo(new[]
        {
            "1:17 Warning RB4002 the catalog has no model 'qwen3-30b-a3d'; did you mean 'qwen3-30b-a3b'?",
            "1:39 Warning RB4003 the catalog has no quant 'q9'; rigbuilder catalog list shows what there is",
            "3:21 Warning RB4001 the catalog has no gpu 'rtx-3091'; did you mean 'rtx-3090'?",
            "4:24 Warning RB4004 a rig has one cpu; only the first counts; remove the others",
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
}
