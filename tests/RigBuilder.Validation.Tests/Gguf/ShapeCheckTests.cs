using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Tests.Fakes;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Validation.Tests.Gguf;

/// <summary>Whatever the reader accepts can be planned and predicted.</summary>
public sealed class ShapeCheckTests
{
    private static readonly Forecaster Formula = new(CalibrationReader.Read(new DiskFiles().Read(Path.Combine(AppContext.BaseDirectory, "catalog", "calibration.yaml"), out _)!).Calibration!);

    private static readonly int[] Numbers = [0, 1, 2, 3, 7, 8, 32, 64, 128, 255, 1000, 1024, 4096, 65_536, 1 << 20, (1 << 20) + 1, int.MaxValue];

    private static readonly string[] Keys =
    [
        "block_count", "embedding_length", "attention.head_count", "attention.head_count_kv", "attention.key_length", "feed_forward_length", "expert_count",
        "expert_used_count", "expert_feed_forward_length", "expert_shared_feed_forward_length", "expert_shared_count", "leading_dense_block_count",
        "interleave_moe_layer_step", "attention.sliding_window", "attention.kv_lora_rank", "rope.dimension_count", "attention.q_lora_rank",
        "attention.key_length_mla", "attention.value_length_mla", "context_length",
    ];

    private static GgufFile Head(string architecture, IReadOnlyDictionary<string, int> numbers, params ReadOnlySpan<(string Name, long[] Dimensions)> tensors)
    {
        var metadata = ImmutableSortedDictionary<string, GgufValue>.Empty.Add("general.architecture", GgufValue.Of(architecture));
        foreach (var (key, number) in numbers) metadata = metadata.Add($"{architecture}.{key}", GgufValue.Of(number));
        var listed = ImmutableArray.CreateBuilder<GgufTensor>();
        foreach (var (name, dimensions) in tensors) listed.Add(new GgufTensor(name, [.. dimensions], GgmlType.F16, 0, dimensions.Aggregate(1L, (a, b) => a * b)));
        return new GgufFile("test.gguf", 3, metadata, listed.ToImmutable(), 0, Bytes.FromGiB(1));
    }

    private static void Plan(GgufModel read)
    {
        var quest = new Quest { Model = read.Model, Quant = read.Quant, Context = 100_000_000 };
        foreach (var asked in new[] { quest with { Context = 2048 }, quest, quest with { Context = 1000, Users = 100_000, FlashAttention = false } })
        {
            Formula.Predict(Rig.Empty, asked);
            Formula.Predict(TestParts.RigWithGpu, asked);
        }

        TensorPlan.For(read.Model, read.Quant);
    }

    [Test]
    public void Plan_OfWhateverShapeTheReaderAccepts_NeverThrows()
    {
        var random = new Random(3);
        var accepted = 0;
        for (var round = 0; round < 6000; round++)
        {
            var architecture = ModelMetadata.Architectures[random.Next(ModelMetadata.Architectures.Length)];
            var most = random.Next(4, Numbers.Length + 1);
            var numbers = Keys.Where((_, i) => i < 3 || random.Next(3) > 0).ToDictionary(k => k, k => Numbers[random.Next(k == "block_count" ? Math.Min(most, 12) : most)]);
            // Half of the files claim at least what any reader accepts first.
            if (random.Next(2) == 0) numbers["attention.head_count_kv"] = 1;
            var file = Head(
                architecture, numbers, ("token_embd.weight", [Math.Max(1, numbers["embedding_length"]), Numbers[random.Next(1, 15)]]),
                ($"blk.{numbers["block_count"] - 1}.attn_norm.weight", [Math.Max(1, numbers["embedding_length"])]));
            if (GgufModelReader.Of(file) is not { Value: { } read }) continue;
            accepted++;
            Assert.That(() => Plan(read), Throws.Nothing, () => $"round {round}: {architecture} {string.Join(", ", numbers)}");
        }

        Assert.That(accepted, Is.GreaterThan(100), "the generator makes nothing that is accepted");
    }

    [Test]
    public void Plan_OfAHugeShapeInATinyFile_IsRefused()
    {
        var numbers = new Dictionary<string, int>
        {
            ["block_count"] = 1024,
            ["embedding_length"] = 1 << 20,
            ["attention.head_count"] = 1,
            ["attention.head_count_kv"] = 1 << 20,
            ["attention.key_length"] = 1 << 20,
        };
        var read = GgufModelReader.Of(Head("llama", numbers, ("token_embd.weight", [64, 1000]), ("blk.1023.attn_norm.weight", [64])));
        Assert.That(read.Diagnostics.Single().Code, Is.EqualTo("RB5108"));
    }

    [TestCase("attention.head_count_kv", 5, "key/value heads")]
    [TestCase("attention.key_length", 1 << 20, "wider than any model")]
    [TestCase("attention.key_length", 128, "attn_k.weight")]
    [TestCase("attention.head_count", 8, "attn_q.weight")]
    [TestCase("embedding_length", 512, "token_embd.weight")]
    public void Numbers_ThatContradictTheTensors_AreRefused(string key, int value, string told)
    {
        using var memory = new MemoryStream();
        new SyntheticModel(Shapes.Llama(layers: 2, vocab: 64), Shapes.Q4_0).Write(memory, WeightFill.Sparse, null, default);
        memory.Position = 0;
        var file = GgufReader.Read(memory, "test.gguf").Value!;
        Assert.That(GgufModelReader.Of(file).Succeeded);
        var read = GgufModelReader.Of(file with { Metadata = file.Metadata.SetItem($"llama.{key}", GgufValue.Of(value)) });
        Assert.That(read.Diagnostics.Select(d => d.Code), Is.All.EqualTo("RB5108"));
        Assert.That(read.Diagnostics.Select(d => d.Message), Has.Some.Contains(told));
    }
}
