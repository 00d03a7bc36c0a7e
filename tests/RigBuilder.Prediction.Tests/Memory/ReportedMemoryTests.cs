using System.Globalization;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Tests.Memory;

/// <summary>The memory formulas against what llama.cpp itself reported, row by row of data/llama_memory.csv.</summary>
public sealed class ReportedMemoryTests
{
    private const double MiB = 1024 * 1024;

    private static readonly IReadOnlyList<Dictionary<string, string>> Rows = Read();

    private static readonly LlmModel Toy = TestModels.TinyLlama with
    {
        Id = "toy",
        Parameters = 162.4e6,
        Shape = new ModelShape { Layers = 12, Hidden = 768, Heads = 12, KvHeads = 12, HeadDim = 64, Ffn = 3072, Vocab = 32000 },
    };

    [Test]
    public void Rows_AreThere() => Assert.That(Rows, Has.Count.GreaterThan(250));

    [Test]
    public void Weights_OfEveryReport_AreWithinHalfAPercent() => Check(0.005, (row, model) =>
        (TensorPlan.For(model, Quant(row)).Size.MiB, Number(row, "weights_mib")));

    [Test]
    public void Cache_OfEveryReport_IsExact() => Check(0.0001, (row, model) =>
        (new KvCache(QuestOf(row, model), model.Shape, (int)Number(row, "n_ctx")).Total() / MiB, Number(row, "kv_mib")));

    [TestCase("f16", 0.02)]
    [TestCase("q8_0", 0.02)]
    public void Compute_OfEveryReport_IsWithinTwoPercent(string type, double tolerance) => Check(
        tolerance, (row, model) => (Compute(row, model) / MiB, Number(row, "compute_mib")), row => row["kv_type"] == type);

    [Test]
    public void Total_OfEveryReport_IsWithinTwoPercent() => Check(0.02, (row, model) =>
    {
        var cache = new KvCache(QuestOf(row, model), model.Shape, (int)Number(row, "n_ctx"));
        var predicted = TensorPlan.For(model, Quant(row)).Size.MiB + ((cache.Total() + Compute(row, model)) / MiB);
        return (predicted, Number(row, "weights_mib") + Number(row, "kv_mib") + Number(row, "compute_mib"));
    });

    private static double Compute(Dictionary<string, string> row, LlmModel model)
    {
        var quest = QuestOf(row, model);
        var cells = new KvCache(quest, model.Shape, quest.Context).Cells;
        var outputs = (int)Number(row, "n_outputs_max");
        return ComputeBuffer.Of(model, quest, cells, outputs == 0 ? null : outputs);
    }

    private static Quest QuestOf(Dictionary<string, string> row, LlmModel model)
    {
        var type = row["kv_type"] == "q8_0" ? KvType.Q8_0 : KvType.F16;
        return new Quest
        {
            Model = model,
            Quant = Quant(row),
            Context = (int)Number(row, "n_ctx"),
            KeyType = type,
            ValueType = type,
            FlashAttention = row["flash_attn"] == "1",
            MicroBatch = (int)Number(row, "n_ubatch"),
        };
    }

    private static Quant Quant(Dictionary<string, string> row) => TestModels.Quant(row["quant"].ToLowerInvariant());

    private static void Check(double tolerance, Func<Dictionary<string, string>, LlmModel, (double Predicted, double Reported)> figures, Func<Dictionary<string, string>, bool>? which = null)
    {
        var wrong = new List<string>();
        foreach (var row in Rows.Where(which ?? (_ => true)))
        {
            var (predicted, reported) = figures(row, Model(row["shape"]));
            if (Math.Abs(predicted - reported) > (tolerance * reported) + 0.01)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', row.Values.Take(10))}: {predicted:F2} instead of {reported:F2}"));
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    private static LlmModel Model(string shape) => shape switch
    {
        "toy" => Toy,
        "llama3-8b" => TestModels.Llama31_8B,
        _ => TestModels.Llama2_7B,
    };

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "llama_memory.csv"));
        var header = lines[0].Split(',');
        // Rows with a note are those that llama.cpp refuses (a quantised value cache without flash attention).
        return [.. lines.Skip(1).Select(l => l.Split(',')).Where(f => f.Length >= 15 && (f.Length < 16 || f[15].Length == 0) && f[12].Length > 0)
            .Select(f => header.Zip(f).ToDictionary(p => p.First, p => p.Second))];
    }
}
