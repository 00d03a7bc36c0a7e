using RigBuilder.Validation.Child;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Child;

public sealed class InferenceSupervisorTests
{
    private static readonly InferenceJob Job = new()
    {
        Load = new LoadOptions { ModelPath = "x" },
        Context = new ContextOptions { Context = 512, Threads = 1 },
    };

    private static Task<InferenceResult> Run(IInferenceLauncher launcher, double patience = 30, CancellationToken cancellation = default) =>
        new InferenceSupervisor(launcher, _ => TimeSpan.FromSeconds(patience), TimeProvider.System).RunAsync(Job, null, cancellation);

    [TestCase(134, "aborted by the native library")]
    [TestCase(135, "bus error")]
    [TestCase(137, "killed")]
    [TestCase(139, "segmentation fault")]
    [TestCase(0, "ended without a result")]
    [TestCase(42, "ended with code 42")]
    public async Task Process_DyingWithACode_IsToldInWords(int code, string words)
    {
        var result = await Run(new ScriptedLauncher(code, "ggml assert: last line", """{"event":"stage","stage":"Load"}"""));
        Assert.Multiple(() =>
        {
            Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Died));
            Assert.That(result.Diagnostics.Single().Message, Does.Contain(words).And.Contain("'load'"));
            Assert.That(result.Diagnostics.Single().Why, Does.Contain("last line"));
        });
    }

    [Test]
    public async Task LastWords_BeforeDying_AreTheReason()
    {
        var result = await Run(new ScriptedLauncher(134, "noise", """{"event":"last-words","text":"GGML_ASSERT(n > 0) failed"}"""));
        Assert.That(result.Diagnostics.Single().Why, Is.EqualTo("GGML_ASSERT(n > 0) failed"));
    }

    [Test]
    public async Task Process_ThatHangs_IsKilled()
    {
        var launcher = new ScriptedLauncher(null, "", """{"event":"stage","stage":"Load"}""");
        var result = await Run(launcher, patience: 0.2);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Hung));
        Assert.That(launcher.Kills, Is.Positive);
    }

    [Test]
    public async Task Process_ThatIgnoresCancelling_IsKilledWithinASecond()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var launcher = new ScriptedLauncher(null, "");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await Run(launcher, cancellation: stop.Token);
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Cancelled));
        Assert.That(launcher.Kills, Is.Positive);
        Assert.That(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, Is.LessThan(5));
    }

    [TestCase(InferenceEnding.Cancelled)]
    [TestCase(InferenceEnding.Hung)]
    [TestCase(InferenceEnding.Completed)]
    public async Task Process_ThatTakesLongToHandBackItsMemory_IsNotWaitedFor(InferenceEnding ending)
    {
        using var stop = new CancellationTokenSource();
        string[] lines = ending is InferenceEnding.Completed ? ["""{"event":"finished","complete":true}"""] : [];
        var launcher = new ScriptedLauncher(null, "", lines) { Lingers = true };
        if (ending is InferenceEnding.Cancelled) stop.CancelAfter(TimeSpan.FromMilliseconds(50));
        var result = await Run(launcher, patience: ending is InferenceEnding.Hung ? 0.2 : 30, stop.Token).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(result.Ending, Is.EqualTo(ending));
        Assert.That(launcher.Kills, Is.Positive);
    }

    [Test]
    public async Task Process_InterruptedFromTheTerminalBeforeUs_CountsAsCancelled()
    {
        var result = await Run(new ScriptedLauncher(130, "", """{"event":"stage","stage":"Load"}"""));
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Cancelled));
        Assert.That(result.Diagnostics, Is.Empty);
    }

    [Test]
    public async Task Garbage_BetweenEvents_IsPassedOver()
    {
        var result = await Run(new ScriptedLauncher(
            0, "", "llama.cpp says hello", "{not json}", """{"event":"unknown"}""", "{}", "", """{"event":"finished","complete":true}"""));
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Completed));
        Assert.That(result.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Program_ThatIsNotThere_IsAFinding()
    {
        var result = await Run(new InferenceProgram("/no/such/program"));
        Assert.That(result.Ending, Is.EqualTo(InferenceEnding.Failed));
        Assert.That(result.Diagnostics.Single().Message, Does.Contain("could not be started"));
    }

    [Test]
    public void Lines_OfEveryEvent_SurviveTheJourney()
    {
        var events = TestEvents.All;
        foreach (var told in events)
        {
            var line = InferenceLines.Write(told);
            Assert.That(line, Does.Not.Contain('\n'));
            Assert.That(InferenceLines.Write(InferenceLines.ReadEvent(line)!), Is.EqualTo(line));
        }

        var kinds = typeof(InferenceEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(InferenceEvent)));
        Assert.That(events.Select(e => e.GetType()).Distinct(), Is.EquivalentTo(kinds), "an event kind is missing from this test");
    }

    [Test]
    public void Child_WithoutAJob_SaysSo() =>
        Assert.That(new InferenceChild(new FakeMachine().Ports(new FakeRuntime())).Run(new StringReader("rubbish\n"), TextWriter.Null), Is.EqualTo(InferenceChild.NoJob));

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Child_WhoseParentDies_DeletesTheModelThatWasMadeForIt(bool ours, bool left)
    {
        var folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;
        try
        {
            var path = Path.Combine(folder, "toy-q4_0-0123456789ab.sparse.gguf");
            File.WriteAllText(path, "x");
            using var stopped = new ManualResetEventSlim();
            var input = new LinePipe();
            var runtime = new FakeRuntime
            {
                Before = at =>
                {
                    if (at != "load") return;
                    input.Close();
                    stopped.Wait(TimeSpan.FromSeconds(20));
                },
            };
            input.Writer.WriteLine(InferenceLines.Write(Job with { ProbeBandwidth = false, ModelIsOurs = ours, Load = new LoadOptions { ModelPath = path } }));
            new InferenceChild(new FakeMachine().Ports(runtime, stopped.Set)).Run(input.Reader, TextWriter.Null);
            Assert.That(File.Exists(path), Is.EqualTo(left));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Test]
    public void Child_WhoseParentDies_Stops()
    {
        using var running = new ManualResetEventSlim();
        using var stopped = new ManualResetEventSlim();
        var input = new LinePipe();
        var runtime = new FakeRuntime
        {
            Before = at =>
            {
                if (at != "open") return;
                input.Close(); // what the parent's death looks like
                running.Set();
                stopped.Wait(TimeSpan.FromSeconds(20));
            },
        };
        var child = new InferenceChild(new FakeMachine().Ports(runtime, stopped.Set));
        input.Writer.WriteLine(InferenceLines.Write(Job with { ProbeBandwidth = false }));
        var code = child.Run(input.Reader, TextWriter.Null);
        Assert.That(running.IsSet && stopped.IsSet, Is.True, "the process is abandoned when a native call does not return");
        Assert.That(code, Is.EqualTo(InferenceChild.Cancelled));
    }
}
