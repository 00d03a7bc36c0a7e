using System.Collections.Immutable;
using System.Diagnostics;
using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Gguf;

/// <summary>Heads that are read to predict for: of any architecture, split, and huge.</summary>
public sealed class AnyModelTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-gguf-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Architecture_ThatNobodyKnows_IsReadByTheCommonKeys()
    {
        var path = Write("model.gguf", "wonder9", [("block_count", 2), ("embedding_length", 64), ("attention.head_count", 4), ("attention.head_count_kv", 2), ("feed_forward_length", 128), ("context_length", 8192)], Plain(2));
        var model = GgufModelReader.ReadAny(path).Value!.Model;
        Assert.Multiple(() =>
        {
            Assert.That(GgufModelReader.Read(path).Diagnostics.Single().Code, Is.EqualTo("RB5107"), "it cannot be run here");
            Assert.That((model.Shape.Layers, model.Shape.Hidden, model.Shape.KvHeads, model.TrainedContext), Is.EqualTo((2, 64, 2, 8192)));
        });
    }

    [Test]
    public void Hybrid_HasItsStateAndItsAttendingLayers()
    {
        // Qwen3.5 4B: state 548,864 elements, every fourth layer attends.
        var path = Write("model.gguf", "qwen35", [
            ("block_count", 8), ("embedding_length", 2560), ("attention.head_count", 16), ("attention.head_count_kv", 4), ("attention.key_length", 256), ("feed_forward_length", 128), ("context_length", 8192),
            ("ssm.inner_size", 4096), ("ssm.state_size", 128), ("ssm.group_count", 16), ("ssm.conv_kernel", 4), ("full_attention_interval", 4)], Plain(8, 2560));
        var recurrent = GgufModelReader.ReadAny(path).Value!.Model.Shape.Recurrent!;
        Assert.That((recurrent.AttentionLayers, recurrent.StateElements), Is.EqualTo((2, 548_864)));
    }

    [Test]
    public void Shards_AreOneModel()
    {
        var numbers = Numbers(2);
        Write("m-00001-of-00002.gguf", "llama", numbers, Plain(1));
        Write("m-00002-of-00002.gguf", "llama", [], [.. Plain(2).Where(t => t.Name.StartsWith("blk.1.", StringComparison.Ordinal))]);
        var first = GgufModelReader.ReadAny(Path.Combine(_folder, "m-00001-of-00002.gguf")).Value!;
        var second = GgufModelReader.ReadAny(Path.Combine(_folder, "m-00002-of-00002.gguf")).Value!;
        var whole = GgufModelReader.ReadAny(Write("whole.gguf", "llama", numbers, Plain(2))).Value!;
        Assert.Multiple(() =>
        {
            Assert.That(first.Model.Parameters, Is.EqualTo(whole.Model.Parameters));
            Assert.That(second.Model.Parameters, Is.EqualTo(whole.Model.Parameters));
            Assert.That(first.Model.Shape, Is.EqualTo(whole.Model.Shape));
            Assert.That(first.File.Length.Count, Is.EqualTo(Directory.GetFiles(_folder, "m-*").Sum(f => new FileInfo(f).Length)));
        });
    }

    [Test]
    public void Shards_ThatAreNotThere_AreNamed()
    {
        Write("m-00001-of-00003.gguf", "llama", Numbers(2), Plain(1));
        var diagnostic = GgufModelReader.ReadAny(Path.Combine(_folder, "m-00001-of-00003.gguf")).Diagnostics.Single();
        Assert.That(diagnostic.Message, Does.Contain("m-00002-of-00003.gguf").And.Contain("m-00003-of-00003.gguf"));
    }

    [Test]
    public void File_Of200GigabytesTakesMilliseconds()
    {
        var tensors = Plain(2).Append(("output.weight", new long[] { 64, 1_560_000_000 })).ToArray();
        var path = Write("huge.gguf", "llama", Numbers(2), tensors, vocabulary: 250_000);
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(190e9));
        GgufModelReader.ReadAny(path);
        var watch = Stopwatch.StartNew();
        var read = GgufModelReader.ReadAny(path);
        watch.Stop();
        TestContext.Out.WriteLine($"{watch.Elapsed.TotalMilliseconds:0.0} ms");
        Assert.That(read.Succeeded, read.Succeeded ? "" : read.Reason);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)), "a bound for machines under load; some milliseconds are usual");
    }

    private static (string, int)[] Numbers(int layers) =>
        [("block_count", layers), ("embedding_length", 64), ("attention.head_count", 4), ("attention.head_count_kv", 2), ("feed_forward_length", 128), ("context_length", 8192)];

    private static (string Name, long[] Dimensions)[] Plain(int layers, int hidden = 64) =>
        [("token_embd.weight", [hidden, 1000]), .. Enumerable.Range(0, layers).SelectMany(l => new (string, long[])[] { ($"blk.{l}.attn_norm.weight", [hidden]), ($"blk.{l}.ffn_up.weight", [hidden, 128]) })];

    private string Write(string name, string architecture, (string Key, int Value)[] numbers, (string Name, long[] Dimensions)[] tensors, int vocabulary = 0)
    {
        var metadata = new List<KeyValuePair<string, GgufValue>> { new("general.architecture", GgufValue.Of(architecture)) };
        metadata.AddRange(numbers.Select(n => new KeyValuePair<string, GgufValue>($"{architecture}.{n.Key}", GgufValue.Of(n.Value))));
        var head = GgufHeader.For(metadata, [.. tensors.Select(t => new ModelTensor(t.Name, [.. t.Dimensions], GgmlType.F16, TensorRole.FeedForward, null))]);
        var path = Path.Combine(_folder, name);
        using var file = File.Create(path);
        var bytes = vocabulary == 0 ? head.Bytes.AsSpan() : WithVocabulary(head.Bytes.AsSpan(), metadata.Count, vocabulary);
        file.Write(bytes);
        file.SetLength(bytes.Length + head.FileSize.Count - head.Bytes.Length);
        return path;
    }

    // A text array as tokenizers have it, put before the tensors, which the writer of synthetic heads leaves out.
    private static byte[] WithVocabulary(ReadOnlySpan<byte> head, int entries, int tokens)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(head[..16]);
        writer.Write((ulong)entries + 1);
        writer.Write((ulong)"tokenizer.ggml.tokens".Length);
        writer.Write("tokenizer.ggml.tokens"u8);
        writer.Write((uint)GgufValueType.Array);
        writer.Write((uint)GgufValueType.Text);
        writer.Write((ulong)tokens);
        for (var i = 0; i < tokens; i++)
        {
            writer.Write(8UL);
            writer.Write("token123"u8);
        }

        writer.Write(head[24..]);
        while (memory.Length % 32 != 0) writer.Write((byte)0);
        return memory.ToArray();
    }
}
