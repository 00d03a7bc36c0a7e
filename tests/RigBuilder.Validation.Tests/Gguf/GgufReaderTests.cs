using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Gguf;

public sealed class GgufReaderTests
{
    private static byte[] File(Action<Stream>? change = null)
    {
        using var memory = new MemoryStream();
        new SyntheticModel(Shapes.Llama(layers: 2, vocab: 64), Shapes.Q4_0).Write(memory, WeightFill.Sparse, null, default);
        change?.Invoke(memory);
        return memory.ToArray();
    }

    private static Attempt<GgufFile> Read(byte[] bytes) => GgufReader.Read(new MemoryStream(bytes), "test.gguf");

    [Test]
    public void Writer_ThenReader_GivesTheSameModel()
    {
        var model = Shapes.Llama(layers: 2, heads: 4, kvHeads: 2, vocab: 64);
        var read = Interpret(model);
        Assert.Multiple(() =>
        {
            Assert.That(read.Model.Shape, Is.EqualTo(model.Shape));
            Assert.That(read.Model.Parameters, Is.EqualTo(model.Parameters));
            Assert.That(read.Model.TrainedContext, Is.EqualTo(4096));
            Assert.That(read.Quant.Id, Is.EqualTo("q4_0"));
            Assert.That(read.Quant.Type, Is.EqualTo("q4_0"));
            Assert.That(read.Model.FileSizes["q4_0"], Is.EqualTo(read.File.Length));
        });
    }

    [Test]
    public void Tensors_InAWrittenFile_LieOneAfterTheOther()
    {
        var file = Read(File()).Value!;
        var end = 0L;
        foreach (var tensor in file.Tensors)
        {
            Assert.That(tensor.Offset, Is.EqualTo((end + 31) / 32 * 32), tensor.Name);
            end = tensor.Offset + tensor.Size.Count;
        }

        Assert.That(file.DataOffset + ((end + 31) / 32 * 32), Is.EqualTo(file.Length.Count));
    }

    [Test]
    public void Reader_OfEveryTruncation_NeverThrowsAndNeverAccepts()
    {
        var whole = File();
        var head = Read(whole).Value!.DataOffset;
        for (var length = 0; length < head; length += 3)
        {
            var read = Read(whole[..length]);
            Assert.That(read.Succeeded, Is.False, $"accepted a file of {length} bytes");
            Assert.That(read.Diagnostics[0].Code, Does.StartWith("RB51"));
        }

        Assert.That(Read(whole[..^64]).Diagnostics[0].Code, Is.EqualTo("RB5106"));
    }

    [Test]
    public void Reader_OfRandomDamage_NeverThrowsNorAllocatesMuch()
    {
        var whole = File();
        var head = (int)Read(whole).Value!.DataOffset;
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) damaged[random.Next(head)] = (byte)random.Next(256);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = Read(damaged);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4_000_000), $"round {round}");
            Assert.That(read.Succeeded, Is.EqualTo(read.Diagnostics.IsEmpty));
            if (read.Succeeded && GgufModelReader.Of(read.Value) is { Value: { } model }) RigBuilder.Prediction.Tensors.TensorPlan.For(model.Model, model.Quant);
        }
    }

    [Test]
    public void Reader_OfRandomBytesAfterTheMagic_NeverThrows()
    {
        var random = new Random(2);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(8, 400)];
            random.NextBytes(bytes);
            "GGUF"u8.CopyTo(bytes);
            bytes[4] = 3;
            bytes.AsSpan(5, 3).Clear();
            // Small counts let the reader come further than the first check.
            if (round % 2 == 0 && bytes.Length > 24) bytes.AsSpan(9, 7).Clear();
            if (round % 3 == 0 && bytes.Length > 24) bytes.AsSpan(17, 7).Clear();
            Assert.That(Read(bytes).Succeeded, Is.False);
        }
    }

    [TestCase(8, ulong.MaxValue, "RB5104", TestName = "Reader_OfAbsurdTensorCount_Refuses")]
    [TestCase(16, 1UL << 40, "RB5104", TestName = "Reader_OfAbsurdEntryCount_Refuses")]
    [TestCase(24, 1UL << 62, "RB5104", TestName = "Reader_OfHugeKey_Refuses")]
    public void Reader_OfAbsurdNumbers_Refuses(int at, ulong number, string code)
    {
        var bytes = File(s => { s.Position = at; Span<byte> b = stackalloc byte[8]; BinaryPrimitives.WriteUInt64LittleEndian(b, number); s.Write(b); });
        Assert.That(Read(bytes).Diagnostics[0].Code, Is.EqualTo(code));
    }

    [Test]
    public void Reader_OfArraysWithinArrays_Refuses()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write(0UL);
        writer.Write(1UL);
        writer.Write(1UL);
        writer.Write((byte)'k');
        writer.Write(9u); // array
        writer.Write(9u); // of arrays
        writer.Write(1UL);
        writer.Write(new byte[64]);
        Assert.That(Read(memory.ToArray()).Diagnostics[0].Message, Does.Contain("not supported"));
    }

    [TestCase("", "RB5101")]
    [TestCase("hello, this is no model", "RB5101")]
    [TestCase("GGUF\u0001\0\0\0", "RB5102")]
    public void Reader_OfOtherFiles_SaysSo(string text, string code) =>
        Assert.That(Read(Encoding.Latin1.GetBytes(text)).Diagnostics[0].Code, Is.EqualTo(code));

    [Test]
    public void Reader_OfMissingFile_SaysSo() =>
        Assert.That(GgufReader.Read(Path.Combine(Path.GetTempPath(), "no such file.gguf")).Diagnostics[0].Code, Is.EqualTo("RB5109"));

    [TestCase("llama.block_count", 0, "RB5108")]
    [TestCase("llama.block_count", 100_000_000, "RB5108")]
    [TestCase("llama.block_count", 900, "RB5108")]
    [TestCase("llama.embedding_length", 0, "RB5108")]
    [TestCase("llama.attention.head_count", 0, "RB5108")]
    public void ModelReader_OfValuesThatWouldAbortTheLibrary_Refuses(string key, int value, string code) =>
        Assert.That(With(key, GgufValue.Of(value)).Diagnostics[0].Code, Is.EqualTo(code));

    [Test]
    public void ModelReader_OfUnknownArchitecture_NamesTheKnownOnes()
    {
        var diagnostic = With("general.architecture", GgufValue.Of("wonder")).Diagnostics.Single();
        Assert.That(diagnostic.Code, Is.EqualTo("RB5107"));
        Assert.That(diagnostic.Help, Does.Contain("llama"));
    }

    private static GgufModel Interpret(Domain.Models.LlmModel model)
    {
        using var memory = new MemoryStream();
        new SyntheticModel(model, Shapes.Q4_0).Write(memory, WeightFill.Sparse, null, default);
        memory.Position = 0;
        return GgufModelReader.Of(GgufReader.Read(memory, "test.gguf").Value!).Value!;
    }

    private static Attempt<GgufModel> With(string key, GgufValue value)
    {
        var file = Read(File()).Value!;
        return GgufModelReader.Of(file with { Metadata = file.Metadata.SetItem(key, value) });
    }
}
