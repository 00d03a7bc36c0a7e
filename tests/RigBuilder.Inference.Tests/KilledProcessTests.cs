using RigBuilder.Validation;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Inference.Tests;

/// <summary>The real inference process on the real library, killed, cancelled and fed with rubbish.</summary>
[NonParallelizable]
public sealed class KilledProcessTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        Natives.Require();
        _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
    }

    [TearDown]
    public void DeleteFolder()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, true);
    }

    [TestCase(InferenceStage.IdleCheck)]
    [TestCase(InferenceStage.Bandwidth)]
    [TestCase(InferenceStage.Open)]
    [TestCase(InferenceStage.Load)]
    [TestCase(InferenceStage.Memory)]
    [TestCase(InferenceStage.WarmUp)]
    [TestCase(InferenceStage.Test)]
    public async Task Process_KilledInAStage_IsAFinding(InferenceStage stage)
    {
        var launcher = new Recording();
        var progress = new Heard(e =>
        {
            if (e is InferenceEvent.StageBegan began && began.Stage == stage) launcher.Process!.Kill();
        });
        var result = await Supervisor(launcher).RunAsync(Job(Model(), repetitions: 100_000), progress, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Died));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain("killed"));
    }

    [Test]
    public async Task Process_CancelledWhileItRuns_StopsByItself()
    {
        using var stop = new CancellationTokenSource();
        var launcher = new Recording();
        var progress = new Heard(e =>
        {
            if (e is InferenceEvent.StageBegan { Stage: InferenceStage.Test }) stop.Cancel();
        });
        var result = await Supervisor(launcher).RunAsync(Job(Model(), repetitions: 100_000), progress, stop.Token);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Cancelled));
        Assert.That(result.Events.OfType<InferenceEvent.Finished>().Any(f => f.Complete), Is.False, "hours of repetitions were left");
    }

    [Test]
    public async Task Process_WhoseInputCloses_EndsByItself()
    {
        using var process = Program().Start().Value!;
        await process.Input.WriteLineAsync(InferenceLines.Write(Job(Model(), repetitions: 100_000)));
        await process.Input.FlushAsync();
        while (await process.Output.ReadLineAsync() is { } line)
            if (InferenceLines.ReadEvent(line) is InferenceEvent.StageBegan { Stage: InferenceStage.Test }) break;
        process.Input.Close();
        Assert.That(await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3)), Is.EqualTo(InferenceChild.Cancelled));
    }

    [Test]
    public async Task Library_ThatAborts_LeavesItsLastWords()
    {
        var path = Path.Combine(_folder, "zero.gguf");
        var model = TinyModels.Llama();
        var metadata = ModelMetadata.For(model, TinyModels.Q4_0)
            .Select(p => p.Key == "llama.block_count" ? new KeyValuePair<string, GgufValue>(p.Key, GgufValue.Of(0)) : p).ToList();
        var header = GgufHeader.For(metadata, Prediction.Tensors.TensorPlan.For(model, TinyModels.Q4_0).Tensors);
        using (var stream = File.Create(path))
        {
            stream.SetLength(header.FileSize.Count);
            stream.Write(header.Bytes.AsSpan());
        }

        var result = await Supervisor(Program()).RunAsync(Job(path), null, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Died).Or.EqualTo(InferenceEnding.Failed));
        Assert.That(result.Diagnostics, Is.Not.Empty);
        TestContext.Out.WriteLine(string.Join('\n', result.Diagnostics));
        Assert.That(GgufModelReader.Read(path).Diagnostics.Single().Code, Is.EqualTo("RB5108"), "and we would have refused it before");
    }

    [Test]
    public async Task Program_ThatMayNotBeExecuted_SaysSo()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("needs permissions of files");
            return;
        }

        var program = Path.Combine(_folder, "program");
        File.WriteAllText(program, "#!/bin/sh\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead);
        var result = await Supervisor(new InferenceProgram(program)).RunAsync(Job("model.gguf"), null, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Failed));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain("could not be started").And.Contain("ermission"));
    }

    [Test]
    public async Task ModelFile_CutOff_IsRefusedByUsAndByTheLibrary()
    {
        var path = Model();
        using (var stream = new FileStream(path, FileMode.Open)) stream.SetLength(stream.Length / 2);
        Assert.That(GgufModelReader.Read(path).Diagnostics, Is.Not.Empty);
        var result = await Supervisor(Program()).RunAsync(Job(path), null, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Failed));
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo("RB5005"));
    }

    [Test]
    public async Task Folder_LibraryElsewhereNotThere_SaysWhatToDo()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("needs env");
        var result = await Supervisor(Program($"RIGBUILDER_LLAMA_DIR={_folder}")).RunAsync(Job(Model()), null, default);
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo("RB5001"));
    }

    [Test]
    public async Task Folder_WithAnotherLlama_IsRefusedBeforeAnythingOfItIsCalled()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("needs env");
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        foreach (var name in (string[])["llama", "ggml", "ggml-base"]) File.WriteAllText(Path.Combine(_folder, "bin", Named(name)), "");
        var unreadable = await Supervisor(Program($"RIGBUILDER_LLAMA_DIR={_folder}")).RunAsync(Job(Model()), null, default);
        Assert.That(unreadable.Diagnostics.Single().Code, Is.EqualTo("RB5002"), "they are no libraries");
        File.Copy(SomeLibrary(), Path.Combine(_folder, "bin", Named("ggml-base")), overwrite: true);
        var other = await Supervisor(Program($"RIGBUILDER_LLAMA_DIR={_folder}")).RunAsync(Job(Model()), null, default);
        Assert.That(other.Diagnostics.Single().Code, Is.EqualTo("RB5003"), "it does not tell the commit");
    }

    [Test]
    public async Task Folder_WithTheSameLlama_IsUsed()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("needs env");
        using var library = Natives.Require().Open().Value!;
        var result = await Supervisor(Program($"RIGBUILDER_LLAMA_DIR={library.Description.Location}")).RunAsync(Job(Model()), null, default);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Completed), () => string.Join('\n', result.Diagnostics));
        Assert.That(result.Events.OfType<InferenceEvent.LibraryOpened>().Single().Description.Version, Is.EqualTo($"of {library.Description.Location}"));
    }

    private static string Named(string library) => OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";

    // Any library that loads and is no ggml.
    private static string SomeLibrary() => Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, OperatingSystem.IsMacOS() ? "libSystem.Native.dylib" : "libSystem.Native.so").Single();

    private static InferenceProgram Program() => new(Environment.ProcessPath!, typeof(KilledProcessTests).Assembly.Location, "inference-child");

    private static InferenceProgram Program(string variable) =>
        new("env", variable, Environment.ProcessPath!, typeof(KilledProcessTests).Assembly.Location, "inference-child");

    private static InferenceSupervisor Supervisor(IInferenceLauncher launcher) => new(launcher, InferenceSupervisor.Patience, TimeProvider.System);

    private static InferenceJob Job(string path, int repetitions = 2) => new()
    {
        Load = new LoadOptions { ModelPath = path },
        Context = new ContextOptions { Context = 512, Threads = 1 },
        Repetitions = repetitions,
        Attempts = repetitions,
        SecondsPerTest = 3600,
    };

    private string Model()
    {
        using var folder = ModelFolder.Take(_folder, new LocalResources()).Value!;
        return folder.Provide(TinyModels.Llama(), TinyModels.Q4_0, WeightFill.Random, null, default).Value!;
    }

    private sealed class Heard(Action<InferenceEvent> receive) : IProgress<InferenceEvent>
    {
        public void Report(InferenceEvent value) => receive(value);
    }

    private sealed class Recording : IInferenceLauncher
    {
        public IInferenceProcess? Process { get; private set; }

        public Attempt<IInferenceProcess> Start()
        {
            var started = Program().Start();
            Process = started.Value;
            return started;
        }
    }
}
