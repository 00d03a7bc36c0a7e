using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Validating;
using RigBuilder.Domain.Models;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Scenarios.Tests;

/// <summary>The program itself as the inference process that "validate" starts.</summary>
public sealed class InferenceProcessTests
{
    private static readonly LlmModel Toy = new()
    {
        Id = "toy",
        Name = "Toy",
        Family = "Test",
        Architecture = "llama",
        Parameters = 1_400_000,
        ActiveParameters = 1_400_000,
        TrainedContext = 4096,
        Shape = new ModelShape { Layers = 2, Hidden = 256, Heads = 4, KvHeads = 2, HeadDim = 64, Ffn = 512, Vocab = 1000 },
    };

    private static readonly Quant Quant = new() { Id = "q4_0", Name = "Q4_0", BitsPerWeight = 4.5, Type = "q4_0", OutputType = "q6_k", NominalBits = 4 };

    [Test]
    public async Task Inference_OfThisBuild_IsServedByTheRuntimeThatAboutNames()
    {
        using var scratch = new ScratchFolder();
        var result = await Supervisor().RunAsync(Job(Written(scratch)), null, default);
        if (result.Diagnostics.Any(d => d.Code == "RB5010")) Assert.Ignore(result.Diagnostics[0].Message);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Completed), () => string.Join('\n', result.Diagnostics));
        var about = CliRun.Of("about").Out;
        var served = result.Events.OfType<InferenceEvent.LibraryOpened>().Single().Description.Runtime;
        Assert.Multiple(() =>
        {
            Assert.That(about, Does.Match($"inference +{System.Text.RegularExpressions.Regex.Escape(served)}"));
            Assert.That(
                result.Events.OfType<InferenceEvent.RepetitionFinished>().Select(r => r.Test.Kind).Distinct(),
                Is.EquivalentTo(new[] { SpeedTestKind.Prompt, SpeedTestKind.Generation }));
        });
    }

    private static InferenceSupervisor Supervisor() => new(ThisProgram.Launcher(ProgramUnderTest.Folder), InferenceSupervisor.Patience, TimeProvider.System);

    private static InferenceJob Job(string model) => new()
    {
        Load = new LoadOptions { ModelPath = model },
        Context = new ContextOptions { Context = 512, Threads = 2 },
        Repetitions = 1,
        Attempts = 1,
    };

    private static string Written(ScratchFolder scratch)
    {
        var path = Path.Combine(scratch.Path, "toy.gguf");
        using var stream = File.Create(path);
        new SyntheticModel(Toy, Quant).Write(stream, WeightFill.Sparse, null, default);
        return path;
    }
}
