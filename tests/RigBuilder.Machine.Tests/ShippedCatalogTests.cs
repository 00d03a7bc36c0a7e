using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Machine.Tests;

/// <summary>Names as drivers and tools print them, looked up in the shipped catalog.</summary>
public sealed class ShippedCatalogTests
{
    internal static readonly Lazy<Catalog> Shipped = new(() => new CatalogFolders(new DiskFiles()).Load(Folder).Catalog);

    internal static string Folder
    {
        get
        {
            var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "RigBuilder.sln"))) root = root.Parent;
            return Path.Combine(root!.FullName, "catalog");
        }
    }

    [TestCase("NVIDIA GeForce RTX 3060", 12288, "rtx-3060")]
    [TestCase("NVIDIA GeForce RTX 3060", 8192, "rtx-3060-8gb")]
    [TestCase("NVIDIA GeForce RTX 4060 Ti", 16380, "rtx-4060-ti-16gb")]
    [TestCase("NVIDIA GeForce RTX 4060 Ti", 8188, "rtx-4060-ti-8gb")]
    [TestCase("NVIDIA GeForce RTX 4090", 24564, "rtx-4090")]
    [TestCase("NVIDIA GeForce RTX 4090 Laptop GPU", 16376, "rtx-4090-laptop")]
    [TestCase("NVIDIA GeForce RTX 3080", 10240, "rtx-3080")]
    [TestCase("NVIDIA GeForce RTX 3080", 12288, "rtx-3080-12gb")]
    [TestCase("GeForce RTX 2080 Ti", 11019, "rtx-2080-ti")]
    [TestCase("Tesla T4", 15360, "tesla-t4")]
    [TestCase("Tesla P40", 24451, "tesla-p40")]
    [TestCase("Tesla V100-PCIE-16GB", 16160, "tesla-v100")]
    [TestCase("NVIDIA A100-SXM4-80GB", 81920, "a100-80gb-sxm")]
    [TestCase("NVIDIA A100-PCIE-40GB", 40960, "a100-40gb-pcie")]
    [TestCase("NVIDIA A100 80GB PCIe", 81920, "a100-80gb-pcie")]
    [TestCase("NVIDIA H100 80GB HBM3", 81559, "h100-80gb-sxm")]
    [TestCase("NVIDIA H200", 143771, "h200-141gb-sxm")]
    [TestCase("NVIDIA L4", 23034, "l4")]
    [TestCase("NVIDIA L40S", 46068, "l40s")]
    [TestCase("NVIDIA RTX A6000", 49140, "rtx-a6000")]
    [TestCase("NVIDIA RTX 6000 Ada Generation", 49140, "rtx-6000-ada-generation")]
    [TestCase("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", 97887, "rtx-pro-6000-blackwell-max-q-workstation-edition")]
    [TestCase("NVIDIA GeForce RTX 2070 with Max-Q Design", 8192, "rtx-2070-max-q")]
    [TestCase("GA106 [GeForce RTX 3060 Lite Hash Rate]", 12288, "rtx-3060")]
    [TestCase("AMD Radeon RX 7900 XTX", 24560, "rx-7900-xtx")]
    [TestCase("Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]", 20464, "rx-7900-xt")]
    [TestCase("Navi 32 [Radeon RX 7700 XT / 7800 XT]", 16368, "rx-7800-xt")]
    [TestCase("Intel(R) Arc(TM) B580 Graphics", 12216, "arc-b580")]
    [TestCase("Intel(R) Arc(TM) A770 Graphics", 16288, "arc-a770")]
    [TestCase("DG2 [Arc A770M]", 16288, "arc-a770m")]
    [TestCase("Strix Halo [Radeon Graphics / Radeon 8050S Graphics / Radeon 8060S Graphics]", 512, null)]
    [TestCase("AMD Radeon 8060S", 65536, "radeon-8060s")]
    [TestCase("NVIDIA GeForce RTX 4090", 49140, null)]
    [TestCase("NVIDIA GeForce RTX 40900", 24564, null)]
    [TestCase("NVIDIA GeForce RTX 4060", 16380, null)]
    [TestCase("NVIDIA RTX 4000 SFF Ada Generation", 20475, "rtx-4000-sff-ada-generation")]
    [TestCase("AMD Radeon PRO W6800X Duo", 32768, "radeon-pro-w6800x-duo-one-gpu")]
    [TestCase("Tesla K80", 11441, "tesla-k80-one-gpu")]
    [TestCase("NVIDIA GeForce RTX 3050 Laptop GPU", 4096, "rtx-3050-laptop")]
    [TestCase("NVIDIA GeForce RTX 3050 6GB Laptop GPU", 6144, "rtx-3050-6gb-laptop")]
    [TestCase("NVIDIA RTX A3000 Laptop GPU", 6144, "rtx-a3000-laptop")]
    [TestCase("NVIDIA GeForce GTX 970", 4096, "gtx-970")]
    [TestCase("NVIDIA P102-100", 10240, "p102-100")]
    [TestCase("NVIDIA A100-SXM4-40GB", 40960, null)]
    [TestCase("Tesla V100-SXM2-16GB", 16160, null)]
    [TestCase("NVIDIA GeForce RTX 3080 Laptop GPU", 8192, null)]
    [TestCase("Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]", 16368, null)]
    [TestCase("AMD Radeon Graphics", 512, null)]
    public void Gpu_NameOfADriver_MatchesOneEntryOrNone(string name, int mebibytes, string? id)
    {
        var gpu = new GpuReport { Name = Reading.Of(name, "test"), VramTotal = Reading.Of(Bytes.FromMiB(mebibytes), "test"), Vendor = Reading.Of(VendorOf(name), "test") };
        var match = GpuMatcher.Match(gpu, default, default, Shipped.Value);
        Assert.That(match.Outcome == MatchOutcome.Matched ? match.PartId : null, Is.EqualTo(id), match.Note);
    }

    [TestCase("Intel(R) Core(TM) i9-10900X CPU @ 3.70GHz", "Intel Core i9-10900X")]
    [TestCase("12th Gen Intel(R) Core(TM) i5-12600K", "Intel Core i5-12600K")]
    [TestCase("13th Gen Intel(R) Core(TM) i9-13900KS", "Intel Core i9-13900KS")]
    [TestCase("Intel(R) Core(TM) i9-14900K", "Intel Core i9-14900K")]
    [TestCase("Intel(R) Core(TM) Ultra 9 285K", "Intel Core Ultra 9 285K")]
    [TestCase("Intel(R) Xeon(R) CPU E5-2650 v4 @ 2.20GHz", "Intel Xeon E5-2650 v4")]
    [TestCase("Intel(R) Xeon(R) Gold 6240 CPU @ 2.60GHz", "Intel Xeon Gold 6240")]
    [TestCase("Intel(R) Xeon(R) w9-3495X", "Intel Xeon w9-3495X")]
    [TestCase("Intel(R) N100", "Intel N100")]
    [TestCase("AMD Ryzen 9 5900X 12-Core Processor            ", "AMD Ryzen 9 5900X")]
    [TestCase("AMD Ryzen 7 5700G with Radeon Graphics", "AMD Ryzen 7 5700G")]
    [TestCase("AMD Ryzen 7 7840HS w/ Radeon 780M Graphics", "AMD Ryzen 7 7840HS")]
    [TestCase("AMD RYZEN AI MAX+ 395 w/ Radeon 8060S", "AMD Ryzen AI Max+ 395")]
    [TestCase("AMD Ryzen Threadripper PRO 5995WX 64-Cores", "AMD Ryzen Threadripper PRO 5995WX")]
    [TestCase("AMD Ryzen Threadripper 1950X 16-Core Processor", "AMD Ryzen Threadripper 1950X")]
    [TestCase("AMD EPYC 7763 64-Core Processor", "AMD EPYC 7763")]
    [TestCase("AMD EPYC 9334 32-Core Processor", "AMD EPYC 9334")]
    [TestCase("Intel(R) Core(TM) Ultra 9 275HX", "Intel Core Ultra 9 275HX")]
    [TestCase("Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz", "Intel Core i7-6700")]
    [TestCase("Ampere(R) Altra(R) Processor Q64-22 CPU @ 2.2GHz", "Ampere Altra Q64-22")]
    [TestCase("X1E78100", "Qualcomm Snapdragon X Elite X1E-78-100")]
    [TestCase("T6001", "Apple M1 Max")]
    [TestCase("AMD EPYC", null)]
    [TestCase("AMD Ryzen 9 5900 12-Core Processor", null)]
    [TestCase("AMD Ryzen 5 PRO 5650G with Radeon Graphics", null)]
    [TestCase("Intel(R) Core(TM) i9-10900 CPU @ 2.80GHz", null)]
    [TestCase("QEMU Virtual CPU version 2.5+", null)]
    public void Cpu_NameOfTheProcessor_MatchesOneEntryOrNone(string name, string? expected)
    {
        var match = CpuMatcher.Match(new CpuReport { Name = Reading.Of(name, "test") }, Shipped.Value);
        var found = match.Outcome == MatchOutcome.Matched ? Shipped.Value.Cpus.Find(match.PartId!)!.Name : null;
        Assert.That(found, Is.EqualTo(expected), match.Note);
    }

    [TestCase("Micro Computer (HK) Tech Limited UM780 XTX", "AMD Ryzen 7 7840HS w/ Radeon 780M Graphics", "AMD Radeon 780M", 60.5, "minisforum-um780-xtx-64gb | rtx-3090 |", TestName = "Machine_WithAPlaceForACard_HoldsTheOneThatIsAdded")]
    [TestCase("Framework Desktop", "AMD RYZEN AI MAX+ 395 w/ Radeon 8060S", "AMD Radeon 8060S", 125.1, "| radeon-8060s + rtx-3090 | ryzen-ai-max-plus-395", TestName = "Machine_WithoutAPlaceForACard_IsItsParts")]
    [TestCase("Framework Desktop", "AMD RYZEN AI MAX+ 395 w/ Radeon 8060S", "AMD Radeon 8060S", 31.0, "| radeon-8060s + rtx-3090 | ryzen-ai-max-plus-395", TestName = "Machine_OfAnotherMemory_IsItsParts")]
    public void Machine_WithACardBeside(string system, string processor, string own, double gib, string expected)
    {
        var report = MachineReport.Empty with
        {
            Board = new BoardReport { System = Reading.Of(system, "dmi") },
            Cpu = new CpuReport { Name = Reading.Of(processor, "cpuinfo"), Vendor = Reading.Of("amd", "cpuinfo") },
            Memory = new MemoryReport { Usable = Reading.Of(Bytes.FromGiB(gib), "meminfo") },
            Gpus =
            [
                new GpuReport { Name = Reading.Of(own, "amdgpu"), Vendor = Reading.Of("amd", "pci") },
                new GpuReport { Name = Reading.Of("NVIDIA GeForce RTX 3090", "nvidia-smi"), Vendor = Reading.Of("nvidia", "pci"), VramTotal = Reading.Of(Bytes.FromGiB(24), "nvidia-smi") },
            ],
        };
        var build = MachineMatcher.Match(report, Shipped.Value).Build;
        var told = string.Join(" | ", ((PartKind[])[PartKind.Machine, PartKind.Gpu, PartKind.Cpu]).Select(k => string.Join(" + ", build[k].Select(s => s.PartId))));
        Assert.That(told.Trim(), Is.EqualTo(expected));
    }

    [Test]
    public void Drafts_FilledIn_AreValidCatalogFiles()
    {
        var report = LinuxProbeTests.Probe("mixed-dimms");
        var drafts = MachineMatcher.Match(report, Catalog.Empty).Drafts;
        foreach (var draft in drafts)
        {
            var yaml = draft.ToYaml().Replace("# architecture:", "architecture: ampere", StringComparison.Ordinal).Replace("# bandwidth:", "bandwidth: 1 GB/s", StringComparison.Ordinal)
                .Replace("# socket:", "socket: AM4", StringComparison.Ordinal).Replace("# memory:", "memory: [{ type: ddr4, max_speed: 3200 MT/s }]", StringComparison.Ordinal)
                .Replace("# memory_channels:", "memory_channels: 2", StringComparison.Ordinal);
            var load = CatalogReader.Read([new TextFile($"{draft.Id}.yaml", yaml)]);
            Assert.That(load.Diagnostics, Is.Empty, yaml + string.Join("\n", load.Diagnostics));
            Assert.That(load.Catalog.Find(draft.Kind, draft.Id), Is.Not.Null);
        }

        Assert.That(drafts.Select(d => d.Kind), Is.EquivalentTo(new[] { PartKind.Gpu, PartKind.Cpu, PartKind.Memory, PartKind.Memory }));
    }

    private static string VendorOf(string name) =>
        name.Contains("Radeon", StringComparison.Ordinal) ? "amd" : name.Contains("Arc", StringComparison.Ordinal) ? "intel" : "nvidia";
}
