using System.Collections.Immutable;
using RigBuilder.Validation;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Inference.Tests;

[NonParallelizable]
public sealed class EndToEndTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, true);

    [Test]
    public async Task InferenceProcess_ToyShape_MeasuresEverything()
    {
        Natives.Require();
        using var folder = ModelFolder.Take(_folder, new LocalResources()).Value!;
        var path = folder.Provide(TinyModels.Llama(), TinyModels.Q4_0, WeightFill.Sparse, null, default).Value!;
        var job = new InferenceJob
        {
            Load = new LoadOptions { ModelPath = path },
            Context = new ContextOptions { Context = 512, Threads = 2 },
            Repetitions = 2,
            Attempts = 3,
        };
        var program = new InferenceProgram(Environment.ProcessPath!, typeof(EndToEndTests).Assembly.Location, "inference-child");
        var result = await new InferenceSupervisor(program, InferenceSupervisor.Patience, TimeProvider.System).RunAsync(job, null, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Completed), () => string.Join('\n', result.Diagnostics));
        var measured = Measurements.From(result.Events);
        Assert.Multiple(() =>
        {
            Assert.That(measured.Memory[MemoryKind.Kv].MiB, Is.EqualTo(2 * 2 * 512 * 128 * 2 / 1048576.0).Within(0.01));
            Assert.That(measured.Memory[MemoryKind.Weights].MiB, Is.GreaterThan(0.3));
            Assert.That(measured.Of(SpeedTestKind.Prompt)!.Mean.Value, Is.GreaterThan(0));
            Assert.That(measured.Of(SpeedTestKind.Generation)!.Mean.Value, Is.GreaterThan(0));
            Assert.That(measured.Bandwidth!.ReadBest.Gigabytes, Is.GreaterThan(0));
        });
    }

    [Test]
    public async Task ExactMemory_OfACatalogModel_ComesFromTheProcess()
    {
        Natives.Require();
        var program = new InferenceProgram(Environment.ProcessPath!, typeof(EndToEndTests).Assembly.Location, "inference-child");
        var quest = new Domain.Workloads.Quest { Model = ShippedData.Catalog.Models.Find("llama-2-7b"), Quant = TinyModels.Q4_0, Context = 4096 };
        var exact = await new RigBuilder.Validation.Protocol.ExactMemory(program, TimeProvider.System).MeasureAsync(quest, default);
        Assert.That(exact.Succeeded, Is.True, () => exact.Reason);
        Assert.That(exact.Value![MemoryKind.Kv].GiB, Is.EqualTo(2).Within(1e-9), "2 × 32 layers × 4,096 tokens × 4,096 × 2 bytes");
        Assert.That(exact.Value[MemoryKind.Weights].GiB, Is.EqualTo(3.56).Within(0.5).Percent);
    }
}
