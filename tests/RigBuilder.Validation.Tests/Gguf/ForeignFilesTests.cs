using System.Diagnostics;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Gguf;

/// <summary>Files that somebody else made, to please or to annoy.</summary>
public sealed class ForeignFilesTests
{
    private const string Nasty = "\u001b]0;PWNED\u0007\u001b[31mred|pipe\nnew\u001b[0m\u202egnp.exe";

    private static GgufFile File(Action<Dictionary<string, GgufValue>>? change = null)
    {
        using var memory = new MemoryStream();
        new SyntheticModel(Shapes.Llama(layers: 2, vocab: 64), Shapes.Q4_0).Write(memory, WeightFill.Sparse, null, default);
        memory.Position = 0;
        var file = GgufReader.Read(memory, "test.gguf").Value!;
        var metadata = file.Metadata.ToDictionary();
        change?.Invoke(metadata);
        return file with { Metadata = file.Metadata.SetItems(metadata) };
    }

    [TestCase(Nasty, ExpectedResult = "]0;PWNED[31mred¦pipe new[0mgnp.exe")]
    [TestCase("Llama 3.1 8B – Größe 大", ExpectedResult = "Llama 3.1 8B – Größe 大")]
    [TestCase("\n \u001b\u009b\n", ExpectedResult = "")]
    public string Text_OfAFile_IsHarmless(string text) => ForeignText.Clean(text);

    [Test]
    public void Text_OfAnyLength_IsCut() => Assert.That(ForeignText.Clean(new string('A', 1_000_000)), Is.EqualTo(new string('A', 79) + "…"));

    [Test]
    public void Text_CutWithinAPairOfSurrogates_StaysWhole()
    {
        var cut = ForeignText.Clean(string.Concat(Enumerable.Repeat("😀", 60)) + "a");
        Assert.That(cut, Has.Length.LessThanOrEqualTo(80));
        Assert.That(cut.EnumerateRunes().Select(r => r.Value), Does.Not.Contain(0xFFFD));
        Assert.That(ForeignText.Clean("a" + string.Concat(Enumerable.Repeat("😀", 60))).EnumerateRunes().Select(r => r.Value), Does.Not.Contain(0xFFFD));
    }

    [Test]
    public void Name_WithEscapes_IsCleaned()
    {
        var model = GgufModelReader.Of(File(m => m["general.name"] = GgufValue.Of(Nasty))).Value!.Model;
        Assert.That(model.Name, Is.EqualTo("]0;PWNED[31mred¦pipe new[0mgnp.exe"));
    }

    [Test]
    public void Architecture_OfAMillionCharacters_IsCutInTheMessage()
    {
        var diagnostic = GgufModelReader.Of(File(m => m["general.architecture"] = GgufValue.Of(new string('\u001b', 9) + new string('A', 1_000_000)))).Diagnostics.Single();
        Assert.That(diagnostic.Message, Has.Length.LessThan(200).And.Not.Contains("\u001b"));
    }

    [Test]
    public void Key_WithEscapes_IsCleanInTheMessage()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write(0UL);
        writer.Write(1UL);
        var key = "\u001b[31m" + new string('k', 500);
        writer.Write((ulong)key.Length);
        writer.Write(System.Text.Encoding.ASCII.GetBytes(key));
        writer.Write(99u);
        writer.Write(0UL);
        memory.Position = 0;
        var diagnostic = GgufReader.Read(memory, "test.gguf").Diagnostics.Single();
        Assert.That(diagnostic.Message, Does.Contain("[31mkkk").And.Not.Contains("\u001b"));
        Assert.That(diagnostic.Message, Has.Length.LessThan(200));
    }

    [Test]
    [Platform("Linux")]
    public void Reader_OfWhatIsNoRegularFile_RefusesWithoutOpeningIt()
    {
        var folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
        try
        {
            var (pipe, link, empty) = (Path.Combine(folder, "pipe.gguf"), Path.Combine(folder, "link.gguf"), Path.Combine(folder, "empty.gguf"));
            using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
            System.IO.File.CreateSymbolicLink(link, pipe);
            System.IO.File.Create(empty).Dispose();
            foreach (var path in new[] { pipe, link, empty, "/dev/zero", "/dev/null" })
            {
                var diagnostic = GgufReader.Read(path).Diagnostics.Single();
                Assert.That(diagnostic.Code, Is.EqualTo("RB5109"), path);
                Assert.That(diagnostic.Message, Does.Contain("a pipe or a device"), path);
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Test]
    [Platform("Linux")]
    public void Reader_OfALinkToAFile_ReadsIt()
    {
        var folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
        try
        {
            var (real, link) = (Path.Combine(folder, "real.gguf"), Path.Combine(folder, "link.gguf"));
            using (var stream = System.IO.File.Create(real)) new SyntheticModel(Shapes.Llama(layers: 2, vocab: 64), Shapes.Q4_0).Write(stream, WeightFill.Sparse, null, default);
            System.IO.File.CreateSymbolicLink(link, "real.gguf");
            Assert.That(GgufModelReader.Read(link).Succeeded);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
