using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Tests;

/// <summary>Real files.</summary>
public sealed class LocalFilesTests
{
    private static readonly LocalFiles Files = new();
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-machine-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Read_AbsentFilesAndFolders_IsNothing() => Assert.Multiple(() =>
    {
        Assert.That(Files.ReadText(Path.Combine(_folder, "none")), Is.Null);
        Assert.That(Files.ReadBytes(_folder), Is.Null, "a folder is no file");
        Assert.That(Files.List(Path.Combine(_folder, "none")), Is.Empty);
        Assert.That(Files.ResolveLink(_folder), Is.Null);
        Assert.That(Files.ReadText("bad\0path"), Is.Null);
    });

    [Test]
    public void Read_EndlessFile_IsCapped()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("/dev/zero is of Unix");
        Assert.That(Files.ReadBytes("/dev/zero"), Has.Length.EqualTo(8 * 1024 * 1024));
    }

    [Test]
    public void Link_ToAFolder_ResolvesToItsPath()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need rights on Windows");
        Directory.CreateDirectory(Path.Combine(_folder, "target"));
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), "target");
        Assert.That(Files.ResolveLink(Path.Combine(_folder, "link")), Is.EqualTo(Path.Combine(_folder, "target")));
    }

    [Test]
    public void List_Folder_GivesNamesInOrder()
    {
        foreach (var name in (string[])["b", "a", "C"]) File.WriteAllText(Path.Combine(_folder, name), "");
        Assert.That(Files.List(_folder), Is.EqualTo(new[] { "C", "a", "b" }));
    }
}
