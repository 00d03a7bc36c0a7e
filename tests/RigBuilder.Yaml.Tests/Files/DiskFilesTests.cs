using System.Runtime.Versioning;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Tests.Files;

public class DiskFilesTests
{
    private readonly DiskFiles _files = new();
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-yaml-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Save_OverAnOldFile_ReplacesItAndLeavesNothingElse()
    {
        var path = Path.Combine(_folder, "a.rig.yaml");
        Assert.That(_files.Save(path, "old"), Is.Null);
        Assert.That(_files.Save(path, "é new"), Is.Null);
        Assert.That(_files.Read(path, out _)!.Text, Is.EqualTo("é new"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Save_WhereTheDiskRefuses_IsADiagnosticAndKeepsWhatIsThere()
    {
        // A folder that is not empty cannot be replaced by a file, not even by the superuser.
        var path = Path.Combine(_folder, "taken.rig.yaml");
        Directory.CreateDirectory(Path.Combine(path, "inside"));
        var error = new RigFiles(_files).Save(path, Build.Empty);
        Assert.That(error!.Code, Is.EqualTo("RB1013"));
        Assert.That(error.Location!.File, Is.EqualTo(path));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo(new[] { path }));
    }

    [TestCase("missing/a.rig.yaml")]
    [TestCase("a\0b")]
    [TestCase("")]
    public void Save_ToAnImpossiblePath_IsADiagnostic(string path) =>
        Assert.That(_files.Save(path.Length == 0 ? path : Path.Combine(_folder, path), "x")!.Code, Is.EqualTo("RB1013"));

    [Test]
    [Platform(Exclude = "Win", Reason = "creating links needs privileges there")]
    public void Save_ThroughASymbolicLink_KeepsTheLink()
    {
        var target = Path.Combine(_folder, "target.yaml");
        var link = Path.Combine(_folder, "link.yaml");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);
        Assert.That(_files.Save(link, "new"), Is.Null);
        Assert.That(File.ReadAllText(target), Is.EqualTo("new"));
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo(target));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void Save_OverAPrivateFile_KeepsItsPermissions()
    {
        var path = Path.Combine(_folder, "private.yaml");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _files.Save(path, "new");
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void RigFiles_SavedRig_LoadsAgain()
    {
        var rigs = new RigFiles(_files);
        var path = Path.Combine(_folder, "b.rig.yaml");
        rigs.Save(path, Build.Empty with { Name = "Mine" });
        Assert.That(rigs.Load(path).Value!.Name, Is.EqualTo("Mine"));
    }

    [Test]
    public void Read_OfAMissingFile_IsADiagnostic()
    {
        Assert.That(_files.Read(Path.Combine(_folder, "none.yaml"), out var error), Is.Null);
        Assert.That(error!.Code, Is.EqualTo("RB1012"));
        Assert.That(new RigFiles(_files).Load(_folder).Diagnostics.Single().Code, Is.EqualTo("RB1012"), "a folder is no file");
    }

    [TestCase(new byte[] { 0x61, 0x0A, 0x62, 0xE9, 0x63 }, "the file is not UTF-8: byte 0xE9 on line 2 does not belong there")]
    [TestCase(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "the file is UTF-16, not UTF-8")]
    [TestCase(new byte[] { 0xE2, 0x82 }, "the file is not UTF-8: byte 0xE2 on line 1 does not belong there")]
    public void Decode_OfOtherEncodings_SaysSo(byte[] bytes, string message)
    {
        Assert.That(TextFile.Decode("f", bytes, out var error), Is.Null);
        Assert.That((error!.Code, error.Message), Is.EqualTo(("RB1001", message)));
    }

    [Test]
    public void Decode_WithByteOrderMark_DropsIt() =>
        Assert.That(TextFile.Decode("f", [0xEF, 0xBB, 0xBF, 0x61], out _)!.Text, Is.EqualTo("a"));

    [Test]
    public void ReadFolder_WithMixedContents_TakesYamlInOrderAndReportsTheRest()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        foreach (var name in new[] { "b.yaml", "a.yml", "sub/c.yaml", "readme.md", ".hidden.yaml" }) File.WriteAllText(Path.Combine(_folder, name), "x");
        File.WriteAllBytes(Path.Combine(_folder, "z.yaml"), [0xFF]);
        File.WriteAllText(Path.Combine(_folder, "huge.yaml"), new string(' ', YamlLimits.FileLength + 1));
        var folder = _files.ReadFolder(_folder);
        Assert.That(folder.Files.Select(f => Path.GetRelativePath(_folder, f.Path).Replace('\\', '/')), Is.EqualTo(new[] { "a.yml", "b.yaml", "sub/c.yaml" }));
        Assert.That(folder.Diagnostics.Select(d => d.Code), Is.EquivalentTo(new[] { "RB1001", "RB1005" }));
    }
}
