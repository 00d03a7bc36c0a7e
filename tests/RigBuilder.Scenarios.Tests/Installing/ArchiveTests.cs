using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests.Installing;

/// <summary>What an archive holds; RIGBUILDER_PACK names a folder of real ones, which are held to more.</summary>
public sealed class ArchiveTests
{
    private const string Version = "9.8.7";

    // The longer names first: one is the beginning of the other.
    private static readonly string[] Platforms = ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64", "win-x86"];

    [Test]
    public void Archive_OfThisProgramsPackages_HasNoticesBillAndChecksum_AndIsTheSameTwice()
    {
        using var scratch = new ScratchFolder();
        var (assets, rid) = (Path.Combine(Checkout.Root, "artifacts", "obj", "RigBuilder", "project.assets.json"), "");
        var target = JsonNode.Parse(File.ReadAllText(assets))!["targets"]!.AsObject().FirstOrDefault(t => t.Key.Contains('/', StringComparison.Ordinal)).Key;
        if (target is null) // built for no platform: the packages are the same but for the runtime
        {
            var json = JsonNode.Parse(File.ReadAllText(assets))!;
            var (framework, packages) = json["targets"]!.AsObject().Single();
            json["targets"]![$"{framework}/linux-x64"] = packages!.DeepClone();
            (assets, rid) = (scratch.Write("assets.json", json.ToJsonString()), "linux-x64");
        }
        else
        {
            rid = target.Split('/')[1];
        }

        scratch.Write("published/rigbuilder", "program");
        scratch.Write("published/rules/one.yaml", "id: one");
        var path = Pack.Program.Write(Path.Combine(scratch.Path, "published"), rid, Version, assets, Path.Combine(scratch.Path, "pack"));
        var first = File.ReadAllBytes(path);
        Pack.Program.Write(Path.Combine(scratch.Path, "published"), rid, Version, assets, Path.Combine(scratch.Path, "pack"));
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(first));
        AssertSound(path);
        Assert.That(Entries(path).Keys, Is.EquivalentTo(new[] { "rigbuilder", "rules/one.yaml", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json" }));
        var names = Bill(path).Select(c => c["name"]!.GetValue<string>()).ToArray();
        Assert.That(names, Is.SupersetOf(new[] { "NRules", "Terminal.Gui", "LLamaSharp", "LLamaSharp.Backend.Cpu", "YamlDotNet", "rigbuilder" }));
        Assert.That(names, Has.None.EqualTo("NUnit").And.None.EqualTo("rules/one.yaml"));
    }

    [Test]
    public void Archives_HoldOnePlatformsProgramAndNatives_AndAllItsData()
    {
        if (Environment.GetEnvironmentVariable("RIGBUILDER_PACK") is not { Length: > 0 } folder)
        {
            Assert.Ignore("RIGBUILDER_PACK names no folder of archives");
            return;
        }

        var archives = Directory.EnumerateFiles(Path.GetFullPath(folder, Checkout.Root), "rigbuilder-*").ToArray();
        Assert.That(archives, Is.Not.Empty);
        Assert.Multiple(() => Array.ForEach(archives, AssertWhole));
    }

    private static void AssertWhole(string path)
    {
        AssertSound(path);
        var rid = Platforms.Single(p => Path.GetFileName(path).Contains($"-{p}.", StringComparison.Ordinal));
        var entries = Entries(path);
        Assert.That(entries.Keys, Does.Contain(rid.StartsWith("win", StringComparison.Ordinal) ? "rigbuilder.exe" : "rigbuilder"), path);
        var natives = entries.Keys.Where(n => n.StartsWith("runtimes/", StringComparison.Ordinal)).Select(n => n.Split('/')[1]).Distinct();
        Assert.That(natives, Is.EqualTo(new[] { rid }), path);
        Assert.That(entries.Keys.Where(n => n.StartsWith("runtimes/", StringComparison.Ordinal) && n.Contains("llama", StringComparison.Ordinal)), Is.Not.Empty, path);
        foreach (var data in (string[])["catalog", "rules", "examples"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, data), "*", SearchOption.AllDirectories))
                Assert.That(entries, Does.ContainKey(Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')), path);
        Assert.That(entries.Keys.Where(n => Path.GetExtension(n) is ".pdb" or ".dbg" or ".xml"), Is.Empty, path);
    }

    // What holds for every archive: checksums, a notice for each package, a checksum for each file that runs.
    private static void AssertSound(string path)
    {
        var sums = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(path)!, "SHA256SUMS"));
        Assert.That(sums, Does.Contain($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  {Path.GetFileName(path)}"));
        var entries = Entries(path);
        var notices = System.Text.Encoding.UTF8.GetString(entries["THIRD-PARTY-NOTICES.txt"]);
        foreach (var component in Bill(path))
        {
            var name = component["name"]!.GetValue<string>();
            if (component["type"]!.GetValue<string>() == "file")
                Assert.That(component["hashes"]![0]!["content"]!.GetValue<string>(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(entries[name]))), name);
            else
                Assert.That(notices, Does.Contain($"{name} {component["version"]}: {component["licenses"]![0]!["license"]!["id"]}\n"));
        }
    }

    private static IEnumerable<JsonNode> Bill(string path) => JsonNode.Parse(Entries(path)["sbom.cdx.json"])!["components"]!.AsArray().Select(c => c!);

    // By name below the archive's one folder.
    private static Dictionary<string, byte[]> Entries(string path)
    {
        var entries = new Dictionary<string, byte[]>();
        using var file = File.OpenRead(path);
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(file);
            foreach (var entry in zip.Entries) Add(entry.FullName, entry.Open());
        }
        else
        {
            using var compressed = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(compressed);
            while (tar.GetNextEntry() is { } entry) Add(entry.Name, entry.DataStream!);
        }

        return entries;

        void Add(string name, Stream content)
        {
            using var memory = new MemoryStream();
            content?.CopyTo(memory);
            var (folder, rest) = (name.Split('/')[0], name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            Assert.That(Path.GetFileName(path), Does.StartWith(folder + "."));
            entries.Add(rest, memory.ToArray());
        }
    }
}
