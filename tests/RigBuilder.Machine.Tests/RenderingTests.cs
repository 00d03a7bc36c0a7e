using System.Text.Json;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Rendering;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Tests;

/// <summary>Reports as text and as JSON.</summary>
public sealed class RenderingTests
{
    [Test]
    public void Text_OfAReport_ShowsValuesWithSourcesAndUnknowns()
    {
        var lines = MachineReportText.Lines(LinuxProbeTests.Probe("dual-3090-threadripper"));
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Is.EqualTo("CPU"));
            Assert.That(lines[1], Is.EqualTo("  name                 AMD Ryzen Threadripper PRO 5975WX 32-Cores  [/proc/cpuinfo]"));
            Assert.That(lines, Has.Some.EqualTo("  VRAM                 24 GiB                                [nvidia-smi]"));
            Assert.That(lines, Has.Some.EqualTo("  channels in use      4                                     [slot names]"));
            Assert.That(lines, Has.Some.EqualTo("  DIMM_A1              16 GiB DDR4 3,200 MT/s ECC registered Samsung M393A2K43DB3-CWE  [dmidecode type 17]"));
            Assert.That(lines, Has.Some.EqualTo("  link at best         PCIe 4.0 x4                           [nvidia-smi]"));
            Assert.That(lines, Has.Some.EqualTo("  size                 2 TB                                  [/sys/block/nvme0n1/size]"));
        });
    }

    [Test]
    public void Text_OfUnknownAndHints_SaysSo()
    {
        var lines = MachineReportText.Lines(new MachineReport
        {
            Cpu = new CpuReport { Name = Reading.Hint("Some\u001b[31m CPU", "other probe") },
            Memory = new MemoryReport { ChannelsPopulated = Reading<int>.Unknown("the slot names do not tell") },
        });
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Some.EqualTo("  name                 Some[31m CPU                          [hint: other probe]"));
            Assert.That(lines, Has.Some.EqualTo("  channels in use      unknown                               [the slot names do not tell]"));
            Assert.That(lines, Has.Some.EqualTo("  none found"));
            Assert.That(lines, Has.Some.EqualTo("  cores                unknown"));
        });
    }

    [Test]
    public void Text_OfProblems_ListsDiagnosticsAndContradictions()
    {
        var report = LinuxProbeTests.Probe("broken-tools") with { Contradictions = [new Contradiction("CPU cores", "12", "a", "24", "b")] };
        var lines = MachineReportText.Lines(report);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Some.EqualTo("  CPU cores: a says 12, b says 24"));
            Assert.That(lines, Has.Some.Matches<string>(l => l!.StartsWith("  warning RB6001: 'nvidia-smi ", StringComparison.Ordinal)));
        });
    }

    [Test]
    public void Json_OfAReport_HasValueUnitSourceAndConfidence()
    {
        using var json = JsonDocument.Parse(MachineJson.Write(LinuxProbeTests.Probe("dual-3090-threadripper")));
        var vram = json.RootElement.GetProperty("gpus")[0].GetProperty("vram_total");
        Assert.Multiple(() =>
        {
            Assert.That(vram.GetProperty("value").GetInt64(), Is.EqualTo(24L << 30));
            Assert.That(vram.GetProperty("unit").GetString(), Is.EqualTo("B"));
            Assert.That(vram.GetProperty("source").GetString(), Is.EqualTo("nvidia-smi"));
            Assert.That(vram.GetProperty("confidence").GetString(), Is.EqualTo("reported"));
            Assert.That(json.RootElement.GetProperty("board").GetProperty("system").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(json.RootElement.GetProperty("memory").GetProperty("modules")[0].GetProperty("type").GetProperty("value").GetString(), Is.EqualTo("ddr4"));
        });
    }

    [Test]
    public void Json_ReadBack_IsTheSameReport([Values("dual-3090-threadripper", "laptop-4060", "radeon-7900xtx", "broken-tools", "virtual-machine", "mixed-dimms")] string fixture)
    {
        var written = MachineJson.Write(LinuxProbeTests.Probe(fixture));
        var read = MachineJson.ReadReport(written)!;
        Assert.Multiple(() =>
        {
            Assert.That(MachineJson.Write(read), Is.EqualTo(written));
            Assert.That(MachineReportText.Lines(read), Is.EqualTo(MachineReportText.Lines(LinuxProbeTests.Probe(fixture))));
        });
    }

    [Test]
    public void Json_ReadLink_KeepsGenerationAndLanes()
    {
        var read = MachineJson.ReadReport(MachineJson.Write(LinuxProbeTests.Probe("radeon-7900xtx")))!;
        Assert.That(read.Gpus[0].LinkNow.Value, Is.EqualTo(new PcieLink(3, 4)));
    }

    [TestCase("{\"cpu\":{\"cores\":{\"unit\":1}}}")]
    [TestCase("{\"memory\":{\"usable\":{\"value\":-5}}}")]
    [TestCase("{\"memory\":{\"usable\":{\"value\":1e300}}}")]
    [TestCase("{\"gpus\":[{\"link_now\":{\"value\":{\"gen\":9,\"lanes\":3}}}]}")]
    [TestCase("[]")]
    public void Json_OfSomethingElse_IsRefused(string json) => Assert.That(() => MachineJson.ReadReport(json), Throws.InstanceOf<JsonException>());

    [Test]
    public void Reading_Unknown_HasNoValue()
    {
        Reading<int> unknown = default;
        Assert.Multiple(() =>
        {
            Assert.That(() => unknown.Value, Throws.InvalidOperationException);
            Assert.That(unknown.ValueOr(7), Is.EqualTo(7));
            Assert.That(unknown.Select(v => v + 1).IsKnown, Is.False);
            Assert.That(unknown.Or(Reading.Of(3, "s")).Value, Is.EqualTo(3));
            Assert.That($"{Reading<int>.Unknown("no rights")}", Is.EqualTo("unknown (no rights)"));
        });
    }
}
