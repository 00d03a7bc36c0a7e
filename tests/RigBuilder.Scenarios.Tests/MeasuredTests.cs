using System.Text.Json.Nodes;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Scenarios.Tests;

/// <summary>"--measured": predictions that rest on saved validations.</summary>
public sealed class MeasuredTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new ScratchFolder();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Predict_ForTheMeasuredProcessor_IsMeasured()
    {
        Save(Cpu("AMD Ryzen 9 5950X 16-Core Processor"));
        var json = Predict("--cpu", "ryzen-9-5950x", "--json").Json;
        Assert.Multiple(() =>
        {
            Assert.That((string?)json["decode"]!["basis"], Is.EqualTo("measured"));
            Assert.That((string?)json["prompt"]!["basis"], Is.EqualTo("measured"));
            Assert.That((double?)json["decode"]!["tokens_per_second"], Is.EqualTo(9).Within(1).Percent);
            Assert.That((double?)json["prompt"]!["tokens_per_second"], Is.EqualTo(150).Within(1).Percent);
        });
        Assert.That(Predict("--cpu", "ryzen-9-5950x").Out, Does.Match(@"decode +9 tok/s \(.*, measured\)").And.Match(@"prompt +150 tok/s \(.*, measured\)"));
    }

    [Test]
    public void Predict_ForAnotherProcessor_StaysAndSaysSo()
    {
        Save(Cpu("AMD Ryzen 9 5950X 16-Core Processor"));
        var json = Predict("--cpu", "ryzen-9-7950x", "--json").Json;
        Assert.That((string?)json["decode"]!["basis"], Is.EqualTo("fitted"));
        Assert.That(json["assumptions"]!.ToJsonString(), Does.Contain("it does not speak for AMD Ryzen 9 7950X"));
        Assert.That((double?)json["decode"]!["tokens_per_second"], Is.EqualTo((double?)CliRun.Of(Words("--cpu", "ryzen-9-7950x", "--json")).Json["decode"]!["tokens_per_second"]));
    }

    [TestCase]
    [TestCase("--cpu", "Unheard CPU")]
    [TestCase("--cpu", "my-unheard")]
    public void Predict_WithoutPartsOrWithTheNameTheMachineTells_IsForTheMeasuredMachine(params string[] parts)
    {
        Save(Cpu("Unheard CPU"));
        var json = Predict([.. parts, "--json"]).Json;
        Assert.That((string?)json["decode"]!["basis"], Is.EqualTo("measured"));
        Assert.That(json["assumptions"]!.ToJsonString(), parts.Length == 0 ? Does.Contain("no part named: Unheard CPU, as validated, is meant") : Does.Not.Contain("no part named"));
    }

    [Test]
    public void Batch_ForMeasuredAndOtherParts_TellsThemApart()
    {
        Save(Cpu("AMD Ryzen 9 5950X 16-Core Processor"));
        var lines = CliRun.In(_folder.Path, """
            {"cpu":"ryzen-9-5950x","model":"llama-2-7b","quant":"Q4_0"}
            {"gpu":["rtx-3090"],"model":"llama-2-7b","quant":"Q4_0"}
            """, "predict", "--batch", "-", "--measured").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.That(lines.Select(l => (string?)l["decode"]!["basis"]), Is.EqualTo(new[] { "measured", "fitted" }));
    }

    [Test]
    public void Predict_ForTheMeasuredCard_IsMeasured()
    {
        Save(Card());
        var json = Predict("--gpu", "rtx-3090", "--json").Json;
        Assert.That(((string?)json["decode"]!["basis"], (string?)json["prompt"]!["basis"]), Is.EqualTo(("measured", "measured")));
        Assert.That((double?)json["decode"]!["tokens_per_second"], Is.EqualTo(120).Within(1).Percent);
        Assert.That((double?)json["prompt"]!["tokens_per_second"], Is.EqualTo(3000).Within(2).Percent);
        Assert.That((string?)Predict("--gpu", "rtx-4090", "--json").Json["decode"]!["basis"], Is.EqualTo("fitted"));
    }

    [Test]
    public void Check_OfAScannedRigWithAnUnknownProcessor_IsMeasured()
    {
        Save(Cpu("Unheard CPU"));
        var rig = _folder.Write("my.rig.yaml", """
            rig: mine
            quest: { model: llama-2-7b, quant: q4_0, context: 512 }
            parts: { cpu: my-unheard }
            """);
        var run = CliRun.In(_folder.Path, "", "check", rig, "--measured", "--json");
        Assert.That((string?)run.Json["forecast"]!["decode"]!["basis"], Is.EqualTo("measured"), run.ToString());
    }

    [Test]
    public void Measured_WithoutASavedValidation_SaysWhatToDo()
    {
        var run = Predict("--cpu", "ryzen-9-7950x");
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, CliRun.Of(Words("--cpu", "ryzen-9-7950x")).Out)));
        Assert.That(run.Error, Does.Contain("RB5207").And.Contain("none is saved").And.Contain("run 'rigbuilder validate'"));
    }

    [Test]
    public void Measured_WithADisturbedValidationOnly_SaysWhyItDoesNotCount()
    {
        var report = Cpu("Unheard CPU");
        Save(report with { Measurements = report.Measurements with { Series = [.. report.Measurements.Series.Select(s => s with { Runs = [.. s.Runs.Select(r => r with { Disturbances = [new(Machine.States.DisturbanceKind.OtherLoad, "much")] })] })] } });
        Assert.That(Predict("--cpu", "ryzen-9-7950x").Error, Does.Contain("the newest: every repetition was disturbed, so its figures are lower bounds"));
    }

    [Test]
    public void Validate_Measured_IsRefusedAsAContradiction()
    {
        var run = CliRun.In(_folder.Path, "", "validate", "--measured");
        Assert.That((run.ExitCode, run.Error.Contains("RB5009", StringComparison.Ordinal)), Is.EqualTo((2, true)), run.ToString());
    }

    private static string[] Words(params string[] parts) => ["predict", .. parts, "--model", "llama-2-7b", "--quant", "Q4_0", "--context", "512"];

    private CliRun Predict(params string[] parts) => CliRun.In(_folder.Path, "", [.. Words(parts), "--measured"]);

    private void Save(ValidationReport report) => Assert.That(new ResultStore(Path.Combine(_folder.Path, "data", "validations")).Save(report).Succeeded);

    private static ValidationReport Cpu(string processor)
    {
        var speed = BytesPerSecond.FromGigabytes(45);
        return Report(9, 150, processor, 0) with
        {
            BandwidthShare = new BandwidthShare(Bytes.FromGiB(3.6), speed, TokensPerSecond.FromValue(11.6), 0.77),
            Measurements = Measured(9, 150, 1) with { Bandwidth = new BandwidthReport(speed, speed, speed, speed, 2, Bytes.FromGiB(1), 12) },
        };
    }

    private static ValidationReport Card()
    {
        var card = new InferenceDevice("CUDA0", "NVIDIA GeForce RTX 3090", InferenceDeviceKind.Gpu, Bytes.FromGiB(23), Bytes.FromMiB(24124));
        return Report(120, 3000, "AMD Ryzen 9 5950X 16-Core Processor", 33) with
        {
            Measurements = Measured(120, 3000, null) with
            {
                Library = new RuntimeDescription("test", "1", "/", "", [card]),
                Memory = new BufferReport([new MemoryBuffer("CUDA0", MemoryKind.Weights, Bytes.FromGiB(3.5)), new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromMiB(70)), new MemoryBuffer("CUDA0", MemoryKind.Kv, Bytes.FromGiB(1))]),
            },
        };
    }

    private static ValidationReport Report(double decode, double prompt, string processor, int layers) => new()
    {
        Began = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Subject = new ValidationSubject
        {
            ModelId = "llama-2-7b",
            ModelName = "LLaMA 2 7B",
            QuantId = "q4_0",
            FileSize = Bytes.FromGiB(3.56),
            Weights = "random",
            Context = 2048,
            FlashAttention = true,
            Threads = 16,
            GpuLayers = layers,
            Processor = processor,
        },
        Verdict = ValidationVerdict.WithinRange,
        Summary = $"{decode} and {prompt}",
    };

    private static Measurements Measured(double decode, double prompt, double? share) => new()
    {
        Series = [Series(SpeedTest.Prompt, prompt, share), Series(SpeedTest.Generation, decode, share)],
    };

    private static SeriesResult Series(SpeedTest test, double speed, double? share) =>
        new(test, [.. new[] { 0.99, 1.01 }.Select(f => new JudgedRun(new TestRun(test.Tokens, Duration.FromSeconds(test.Tokens / (speed * f)), share), []))]);
}
