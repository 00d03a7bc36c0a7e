using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Validation.Tests.Storage;

/// <summary>What saved reports say about the parts that they were made on.</summary>
public sealed class MeasuredMachinesTests
{
    private static readonly LlmModel Model = Shapes.Llama(layers: 24, hidden: 2048, heads: 16, kvHeads: 16, ffn: 5632, vocab: 32000) with { Id = "llama-1b" };
    private static readonly Gpu Card = TestParts.Gpu with { Id = "rtx-3090", Name = "NVIDIA GeForce RTX 3090", Fp16 = Flops.FromTera(142), Fp32 = Flops.FromTera(35.6), Backends = ["cuda", "vulkan"] };
    private static readonly Gpu Second = Card with { Id = "rtx-4070", Name = "NVIDIA GeForce RTX 4070", Vram = Bytes.FromGiB(12) };
    private static readonly Forecaster Formula = new(CalibrationReader.Read(new DiskFiles().Read(Path.Combine(AppContext.BaseDirectory, "catalog", "calibration.yaml"), out _)!).Calibration!);
    private static readonly Catalog Known = new([Card, Second, Cpu("known-cpu", "Known CPU 9000")], [Model], [Shapes.Q4_0]);
    private Bench _bench = null!;

    private static Quest Quest => Shapes.Quest(Model);

    [SetUp]
    public void Make() => _bench = new Bench { Forecaster = Formula };

    [TearDown]
    public void Clear() => _bench.Dispose();

    [Test]
    public async Task Processor_OfAQuietRun_PredictsWhatWasMeasured()
    {
        var machine = Of(await OnCpuAsync("Some CPU"));
        var cpu = machine.Cpus.Single();
        Assert.That((cpu.Cpu.Id, cpu.Cpu.Name, machine.Gpus.Length), Is.EqualTo(("my-some", "Some CPU", 0)));
        Same(Formula.Measuring(machine), new Rig { Cpu = cpu.Cpu }, 25, 400);
        var scanned = new Rig { Missing = [new MissingPart(PartKind.Cpu, new Selection("my-some"), null)] };
        Same(Formula.Measuring(machine), scanned, 25, 400);
    }

    [Test]
    public async Task Processor_ThatTheCatalogKnows_IsItsEntry()
    {
        var machine = Of(await OnCpuAsync("Known(R) CPU 9000 8-Core Processor"));
        Assert.That(machine.Cpus.Single().Cpu, Is.SameAs(Known.Cpus.Find("known-cpu")));
        Same(Formula.Measuring(machine), new Rig { Cpu = Known.Cpus.Find("known-cpu") }, 25, 400);
    }

    [Test]
    public async Task Calibration_OfARunDisturbedThroughout_IsNone()
    {
        _bench.Runtime = Runtime with { CpuShares = [0.5] };
        var (machine, why) = new MeasuredMachines(Known, Formula).Of([await OnCpuAsync("Some CPU")]);
        Assert.That((machine.IsEmpty, why), Is.EqualTo((true, "every repetition was disturbed, so its figures are lower bounds")));
    }

    [Test]
    public async Task Calibration_OfUndisturbedGenerationAlone_LeavesPromptsOut()
    {
        // Two warm-ups, then all attempts at prompts disturbed: the shares go by repetition.
        _bench.Runtime = Runtime with { CpuShares = [1, .. Enumerable.Repeat(0.5, 40), 1] };
        var run = Of(await OnCpuAsync("Some CPU")).Cpus.Single().Runs.Single();
        Assert.That((run.Prompt, run.Decode is not null), Is.EqualTo(((MeasuredFactor?)null, true)));
    }

    [Test]
    public async Task Calibration_OfFewerThreadsThanUsual_IsNone()
    {
        _bench.Request = _bench.Request with { Threads = 1, Machine = new() { Processor = "Some CPU", Cores = 2, CpuLimit = 2 } };
        var report = await RunAsync();
        report = report with { Subject = report.Subject with { UsualThreads = 2 } };
        Assert.That(new MeasuredMachines(Known, Formula).Of([report]).Why, Is.EqualTo("it ran on 1 threads instead of 2"));
    }

    [Test]
    public async Task Calibration_OfRunsBesideOtherMemory_IsOfTheNewestMemory()
    {
        var report = await OnCpuAsync("Some CPU");
        ValidationReport Beside(double gigabytes) => report with { Subject = report.Subject with { MemoryPromise = BytesPerSecond.FromGigabytes(gigabytes) } };
        var cpu = Of(Beside(80), Beside(40), Beside(80)).Cpus.Single();
        Assert.That((cpu.Runs.Length, cpu.Memory!.Value.Gigabytes), Is.EqualTo((2, 80)));
    }

    [Test]
    public async Task Processors_OfSeveralMachines_AreKeptApart() =>
        Assert.That(Of(await OnCpuAsync("Some CPU"), await OnCpuAsync("Known CPU 9000")).Cpus.Select(c => c.Cpu.Id), Is.EqualTo(new[] { "my-some", "known-cpu" }));

    [TestCase("CUDA0", "NVIDIA GeForce RTX 3090", "cuda")]
    [TestCase("Vulkan0", "NVIDIA GeForce RTX 3090", "vulkan")]
    public async Task Card_OfARunWhollyOnIt_PredictsWhatWasMeasuredOnTheBackendThatRan(string device, string description, string backend)
    {
        var machine = Of(await OnCardsAsync(Device(device, description)));
        var card = machine.Gpus.Single();
        Assert.That((card.Gpu.Id, card.Backend, machine.Cpus.Length), Is.EqualTo(("rtx-3090", backend, 0)));
        Same(Formula.Measuring(machine), new Rig { Gpus = [Card] }, 250, 9000, backend);
    }

    [Test]
    public async Task Card_OfARunWithLayersInSystemMemory_IsNone()
    {
        var report = await OnCardsAsync(Device("CUDA0", Card.Name));
        report = report with { Subject = report.Subject with { GpuLayers = 12 } };
        var (machine, why) = new MeasuredMachines(Known, Formula).Of([report]);
        Assert.That((machine.IsEmpty, why), Is.EqualTo((true, "a part of the model ran in system memory, so it tells neither the cards nor the processor")));
    }

    [Test]
    public async Task Card_OfARunWithExpertsOrLayersSpilled_IsNone()
    {
        _bench.Runtime = Runtime with { Weights = new([new MemoryBuffer("CUDA0", MemoryKind.Weights, Bytes.FromMiB(300)), new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromMiB(400))]) };
        var (machine, why) = new MeasuredMachines(Known, Formula).Of([await OnCardsAsync(Device("CUDA0", Card.Name))]);
        Assert.That((machine.IsEmpty, why), Is.EqualTo((true, "a part of the model ran in system memory, so it tells neither the cards nor the processor")));
    }

    [Test]
    public async Task Card_ThatTheCatalogDoesNotKnow_IsNone()
    {
        var (machine, why) = new MeasuredMachines(Known, Formula).Of([await OnCardsAsync(Device("CUDA0", "NVIDIA GeForce RTX 9999"))]);
        Assert.That((machine.IsEmpty, why), Is.EqualTo((true, "the catalog does not know NVIDIA GeForce RTX 9999")));
    }

    [Test]
    public async Task Cards_OfSeveralKinds_TellNone()
    {
        var report = await OnCardsAsync(Device("CUDA0", Card.Name), Device("CUDA1", Second.Name, 12));
        Assert.That(new MeasuredMachines(Known, Formula).Of([report]).Why, Is.EqualTo("it ran on cards of several kinds, so it tells none of them"));
    }

    [Test]
    public async Task Prompts_OfAProcessorBesideACard_AreNotItsOwn()
    {
        var report = await OnCpuAsync("Some CPU");
        var library = report.Measurements.Library!;
        report = report with { Measurements = report.Measurements with { Library = library with { Devices = library.Devices.Add(Device("CUDA0", Card.Name)) } } };
        var run = Of(report).Cpus.Single().Runs.Single();
        Assert.That((run.Prompt, run.Decode is not null), Is.EqualTo(((MeasuredFactor?)null, true)));
    }

    [Test]
    public async Task Validator_OnAMeasuringForecaster_IsNotPredictedByIt()
    {
        var machine = Of(await OnCpuAsync("Some CPU"));
        var measuring = Formula.Measuring(machine);
        var plain = await OnCpuAsync("Some CPU");
        _bench.Forecaster = measuring.Probing(null);
        var again = await OnCpuAsync("Some CPU");
        Assert.That(again.Rows.Select(r => r.Predicted), Is.EqualTo(plain.Rows.Select(r => r.Predicted)));
    }

    [Test]
    public async Task Report_OfAnOlderVersion_StillLoadsAndCalibrates()
    {
        var json = JsonNode.Parse(ReportText.Json(await OnCpuAsync("Some CPU")))!;
        var subject = json["subject"]!.AsObject();
        foreach (var key in (string[])["model", "quant", "usual_threads", "memory_promise"]) subject.Remove(key);
        var old = ReportText.ParseJson(json.ToJsonString())!;
        Assert.That((old.Subject.Model, old.Subject.UsualThreads), Is.EqualTo(((LlmModel?)null, (int?)null)));
        Same(Formula.Measuring(Of(old)), new Rig { Cpu = Of(old).Cpus.Single().Cpu }, 25, 400);
        var other = new Catalog([], [Model with { Shape = Model.Shape with { Layers = 12 } }], [Shapes.Q4_0]);
        Assert.That(new MeasuredMachines(other, Formula).Of([old]).Why, Is.EqualTo("what it ran is not in the catalog any more"), "another shape under the same name");
    }

    [Test]
    public async Task Report_OfAModelThatTheCatalogDoesNotHave_Calibrates()
    {
        var saved = ReportText.ParseJson(ReportText.Json(await OnCpuAsync("Some CPU")))!;
        var machine = new MeasuredMachines(Catalog.Empty, Formula).Of([saved]).Machine;
        Same(Formula.Measuring(machine), new Rig { Cpu = machine.Cpus.Single().Cpu }, 25, 400);
    }

    private static FakeRuntime Runtime => new()
    {
        PromptSpeed = TokensPerSecond.FromValue(400),
        DecodeSpeed = TokensPerSecond.FromValue(25),
    };

    private Task<ValidationReport> OnCpuAsync(string name)
    {
        if (_bench.Runtime.PromptSpeed.Value != 400) _bench.Runtime = Runtime;
        _bench.Request = _bench.Request with { Machine = new() { Processor = name, Cores = 1 } };
        return RunAsync();
    }

    private async Task<ValidationReport> OnCardsAsync(params InferenceDevice[] devices)
    {
        if (_bench.Runtime.Weights.Buffers.Length == 1)
        {
            _bench.Runtime = Runtime with
            {
                PromptSpeed = TokensPerSecond.FromValue(9000),
                DecodeSpeed = TokensPerSecond.FromValue(250),
                Weights = new([.. devices.Select(d => new MemoryBuffer(d.Name, MemoryKind.Weights, Bytes.FromMiB(300))), new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromMiB(35))]),
            };
        }

        _bench.Runtime = _bench.Runtime with { HasGpu = true, Cards = devices, Context = new([.. devices.Select(d => new MemoryBuffer(d.Name, MemoryKind.Kv, Bytes.FromMiB(100)))]) };
        _bench.Request = _bench.Request with { GpuLayers = 99, Machine = new() { Processor = "Some CPU", Cores = 1, Gpus = [new Diagnosis.GpuEvidence(Card.Name)] } };
        return await RunAsync();
    }

    /// <summary>A report whose model facts are those of the model, as the real library's are.</summary>
    private async Task<ValidationReport> RunAsync()
    {
        _bench.Request = _bench.Request with { Quest = Quest };
        var report = await _bench.RunAsync();
        var facts = new ModelFacts("llama", Prediction.Tensors.TensorPlan.For(Model, Shapes.Q4_0).Size, 1e9, Model.Shape.Layers, 32000);
        return report with { Measurements = report.Measurements with { Model = facts } };
    }

    private static MeasuredMachine Of(params ValidationReport[] reports) => new MeasuredMachines(Known, Formula).Of(reports).Machine;

    private static InferenceDevice Device(string name, string description, double gib = 24) =>
        new(name, description, InferenceDeviceKind.Gpu, Bytes.FromGiB(gib), Bytes.FromGiB(gib));

    private static Cpu Cpu(string id, string name) => new() { Id = id, Name = name, Vendor = "any", Socket = "any", Cores = 8, Threads = 16, Memory = [], MemoryChannels = 2 };

    /// <summary>What is predicted for a validation's tests is what it measured.</summary>
    private static void Same(Forecaster measuring, Rig rig, double decode, double prompt, string? backend = null)
    {
        var quest = Quest with { Backend = backend };
        var (generation, prompts) = (measuring.Predict(rig, quest with { Context = 128 }).Decode!, measuring.Predict(rig, quest with { Context = 512 }).Prompt!);
        Assert.Multiple(() =>
        {
            Assert.That(generation.Value.Value, Is.EqualTo(decode).Within(0.5).Percent);
            Assert.That(prompts.Value.Value, Is.EqualTo(prompt).Within(0.5).Percent);
            Assert.That((generation.Basis, prompts.Basis), Is.EqualTo((Basis.Measured, Basis.Measured)));
        });
    }
}
