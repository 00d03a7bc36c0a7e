using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Storage;

public sealed class ModelFolderTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, true);

    private ModelFolder Take() => ModelFolder.Take(_folder, new FakeMachine()).Value!;

    [Test]
    public void SparseModel_IsGoneWhenTheFolderIsLetGo()
    {
        string path;
        using (var folder = Take())
        {
            path = folder.Provide(Shapes.Llama(layers: 2), Shapes.Q4_0, WeightFill.Sparse, null, default).Value!;
            Assert.That(GgufModelReader.Read(path).Succeeded, Is.True);
        }

        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public void RandomModel_IsKeptAndUsedAgain()
    {
        string First()
        {
            using var folder = Take();
            return folder.Provide(Shapes.Llama(layers: 2), Shapes.Q4_0, WeightFill.Random, null, default).Value!;
        }

        var path = First();
        var written = File.GetLastWriteTimeUtc(path);
        Assert.That(First(), Is.EqualTo(path));
        Assert.That(File.GetLastWriteTimeUtc(path), Is.EqualTo(written));
    }

    [Test]
    public void Leftovers_OfAKilledValidation_AreDeletedByTheNext()
    {
        foreach (var name in new[] { "dead-q4_0-0123456789ab.sparse.gguf", "dead-q4_0-0123456789ab.gguf.partial", "dead-q4_0-0123456789ab.sparse.gguf.partial", "kept-q4_0-0123456789ab.gguf" })
            File.WriteAllText(Path.Combine(_folder, name), "x");
        using (Take())
        {
            Assert.That(Directory.EnumerateFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "kept-q4_0-0123456789ab.gguf", "validation.lock" }));
        }
    }

    [TestCase("holiday.mp4.partial")]
    [TestCase("my-own.sparse.gguf")]
    [TestCase("llama-7b-q4_0.gguf.partial")]
    [TestCase("my own-0123456789ab.sparse.gguf")]
    public void Files_OfTheUser_AreNeverDeleted(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "x");
        using (Take()) ModelFolder.Discard(path);
        Assert.That(File.Exists(path), Is.True);
    }

    [Test]
    public void SparseModel_Discarded_IsGoneAtOnceAndARandomOneIsKept()
    {
        using var folder = Take();
        var sparse = folder.Provide(Shapes.Llama(layers: 2), Shapes.Q4_0, WeightFill.Sparse, null, default).Value!;
        var random = folder.Provide(Shapes.Llama(layers: 2), Shapes.Q4_0, WeightFill.Random, null, default).Value!;
        ModelFolder.Discard(sparse);
        ModelFolder.Discard(random);
        Assert.That((File.Exists(sparse), File.Exists(random)), Is.EqualTo((false, true)));
    }

    [Test]
    public void Lock_ThatCannotBeOpened_IsNotTakenForAnotherValidation()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "validation.lock"));
        Assert.That(ModelFolder.Take(_folder, new FakeMachine()).Diagnostics.Single().Code, Is.EqualTo("RB5203"));
    }

    [Test]
    public void Lock_OnAFullDisk_IsTakenAllTheSame()
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("needs /dev/full");
        File.CreateSymbolicLink(Path.Combine(_folder, "validation.lock"), "/dev/full");
        using var folder = Take();
        Assert.That(folder, Is.Not.Null);
    }

    [Test]
    public void Folder_TakenTwice_IsRefusedUntilLetGo()
    {
        using (Take()) Assert.That(ModelFolder.Take(_folder, new FakeMachine()).Diagnostics.Single().Code, Is.EqualTo("RB5204"));
        using (Take()) Assert.Pass();
    }

    [Test]
    public void Folder_ThatCannotBeWritten_SaysSo()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.That(ModelFolder.Take(Path.Combine(file, "models"), new FakeMachine()).Diagnostics.Single().Code, Is.EqualTo("RB5203"));
    }

    [Test]
    public void Writing_OnAFullDisk_SaysSoAndLeavesNothing()
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("needs /dev/full");
        using var folder = ModelFolder.Take(_folder, new FakeMachine()).Value!;
        var path = folder.Provide(Shapes.Llama(), Shapes.Q4_0, WeightFill.Random, null, default).Value!;
        File.Delete(path);
        File.CreateSymbolicLink(path + ".partial", "/dev/full");
        var made = folder.Provide(Shapes.Llama(), Shapes.Q4_0, WeightFill.Random, null, default);
        Assert.That(made.Diagnostics.Single().Code, Is.EqualTo("RB5203"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName), Is.EqualTo(new[] { "validation.lock" }));
    }

    [Test]
    public void Writing_WhenCancelled_LeavesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var folder = Take();
        Assert.That(() => folder.Provide(Shapes.Llama(layers: 2), Shapes.Q4_0, WeightFill.Random, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.EnumerateFiles(_folder, "*.gguf*"), Is.Empty);
    }
}
