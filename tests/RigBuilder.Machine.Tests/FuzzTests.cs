using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Naming;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Rendering;
using RigBuilder.Machine.Sources.Linux;
using RigBuilder.Machine.Sources.Mac;
using RigBuilder.Machine.Sources.Tools;
using RigBuilder.Machine.States;

namespace RigBuilder.Machine.Tests;

/// <summary>Whatever tools and files hold, reading them never throws.</summary>
public sealed class FuzzTests
{
    private static readonly ImmutableArray<string> Fields = ["pci.bus_id", "name", "memory.total"];

    [RandomCases(500)]
    public void Parsers_OfRandomText_NeverThrow(string? text)
    {
        text ??= "";
        Assert.That(() =>
        {
            _ = NvidiaSmiCsv.Read(text, Fields);
            _ = RocmSmiSource.ReadJson(text);
            _ = RocmSmiSource.ReadJson("{" + text + "}");
            _ = LspciSource.ReadLines(text);
            _ = DmidecodeText.Read(text);
            _ = CpuInfo.Blocks(text);
            _ = PciNames.Pci(text, 1, 2);
            _ = PciNames.Amd(text, 1, 2);
            _ = MacSource.ReadSysctl(text);
            _ = MacSource.ReadProfile(text);
            _ = CardName.Of(text);
            _ = CpuName.Key(text);
            _ = DriveMatcher.Key(text);
            _ = DraftEntry.IdOf(text);
            _ = NvidiaStates.States(text);
            _ = NvidiaStates.Holders(text, []);
            _ = ProcStat.Machine(text);
            _ = ProcStat.Process(text);
        }, Throws.Nothing);
    }

    private static IEnumerable<string> Fixtures() =>
        Directory.EnumerateFiles(FixtureMachine.FixtureFolder, "*.txt").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Fixtures))]
    public void Probe_OfDamagedMachines_NeverFailsASource(string fixture)
    {
        var whole = File.ReadAllText(Path.Combine(FixtureMachine.FixtureFolder, fixture + ".txt"));
        var random = new Random(4711);
        for (var round = 0; round < 25; round++)
        {
            var report = LinuxProbeTests.Probe(FixtureMachine.Of(Damage(whole, random)));
            Assert.That(report.Diagnostics.Where(d => d.Code is "RB6006" or "RB6007").Select(d => d.Message), Is.Empty);
            var match = MachineMatcher.Match(report, Domain.Catalogs.Catalog.Empty);
            Assert.That(MachineReportText.Lines(report).Concat(MachineMatchText.Lines(match)), Has.None.Matches<string>(l => l!.Any(char.IsControl)));
        }
    }

    // Changes characters of the bodies, never of the section heads, which are ours.
    private static string Damage(string text, Random random) => string.Join('\n', text.Split('\n').Select(line =>
        line.StartsWith("=== ", StringComparison.Ordinal) || line.Length == 0 || random.Next(4) > 0 ? line
            : random.Next(3) switch
            {
                0 => line[..random.Next(line.Length)],
                1 => line.Insert(random.Next(line.Length), ((char)random.Next(1, 0x2FF)).ToString()),
                _ => line.Replace(line[random.Next(line.Length)], "-9\u0007\"[,:{"[random.Next(8)]),
            }));

    [RandomCases(300)]
    public void LspciFields_OfQuotedTexts_AreTheTexts(FsCheck.NonNull<string> a, FsCheck.NonNull<string> b)
    {
        var texts = new[] { Printable(a.Get), Printable(b.Get) };
        var line = "00:01.0 " + string.Join(' ', texts.Select(t => '"' + t.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"'));
        Assert.That(LspciSource.Fields(line), Is.EqualTo((string[])["00:01.0", .. texts]));
    }

    [Test]
    public void Probe_InAnotherCulture_ReadsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = MachineJson.Write(LinuxProbeTests.Probe("dual-3090-threadripper"));
        try
        {
            // Globalisation is invariant in the program; a culture of our own shows that parsing does not lean on that.
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            german.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = german;
            Assert.That(MachineJson.Write(LinuxProbeTests.Probe("dual-3090-threadripper")), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Megabyte_OfLspciLines_IsReadQuickly()
    {
        const string line = "0000:00:00.0 \"Host bridge [0600]\" \"Maker [1022]\" \"Bridge [1480]\" \"Maker [1022]\" \"Device [1480]\"\n";
        const string card = "0000:01:00.0 \"Processing accelerators [1200]\" \"Advanced Micro Devices, Inc. [AMD/ATI] [1002]\" \"Aqua Vanjaram [Instinct MI300X] [74a1]\"\n";
        var report = LspciSource.ReadLines(string.Concat(Enumerable.Repeat(line, 12_000)) + card);
        Assert.That(report.Gpus.Single().Name.Value, Is.EqualTo("Aqua Vanjaram [Instinct MI300X]"));
    }

    private static string Printable(string text) => new([.. text.Where(c => !char.IsControl(c))]);
}
