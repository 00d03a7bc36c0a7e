using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference.Tests;

[NonParallelizable]
public sealed class ArchitectureTests
{
    private static IEnumerable<string> Architectures => [.. ModelMetadata.Architectures, "mixtral"];

    [TestCaseSource(nameof(Architectures))]
    public void SyntheticFile_OfEveryArchitecture_LoadsAndDecodes(string architecture)
    {
        var runtime = Natives.Require();
        var path = Path.Combine(Path.GetTempPath(), $"rigbuilder-test-{Guid.NewGuid():N}.gguf");
        try
        {
            var synthetic = new SyntheticModel(TinyModels.Of(architecture), TinyModels.Q4_K_M);
            Assert.That(synthetic.Obstacle(), Is.Null);
            using (var stream = File.Create(path)) synthetic.Write(stream, WeightFill.Random, null, default);
            using var library = runtime.Open().Value!;
            var loaded = library.Load(new LoadOptions { ModelPath = path }, null, default);
            Assert.That(loaded.Succeeded, Is.True, () => loaded.Reason);
            using var model = loaded.Value!;
            using var session = model.Open(new ContextOptions { Context = 64, Threads = 1 }).Value!;
            var run = session.Run(new SpeedTest(SpeedTestKind.Generation, 4, 16), null, default);
            Assert.That(run.Succeeded, Is.True, () => run.Reason);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
