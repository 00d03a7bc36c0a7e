using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Protocol;

/// <summary>Runs that end badly: the report says how, and nothing stays behind.</summary>
public sealed class ValidatorFailureTests
{
    private Bench _bench = null!;

    [SetUp]
    public void Make() => _bench = new Bench();

    [TearDown]
    public void Clear() => _bench.Dispose();

    [TestCase("open", "RB5001")]
    [TestCase("load", "RB5005")]
    [TestCase("context", "RB5006")]
    [TestCase("decode", "RB5007")]
    public async Task Runtime_FailingAtAStage_BecomesAFinding(string stage, string code)
    {
        _bench.Runtime = new FakeRuntime { FailsAt = stage };
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.Failed));
            Assert.That(report.Diagnostics.Select(d => d.Code), Does.Contain(code));
            Assert.That(_bench.Left, Is.Empty);
        });
    }

    [TestCase("open")]
    [TestCase("load")]
    [TestCase("context")]
    [TestCase("prompt")]
    [TestCase("generation")]
    public async Task Child_DyingAtAStage_BecomesAFinding(string stage)
    {
        InProcessLauncher? launcher = null;
        launcher = new InProcessLauncher(new FakeRuntime { Before = at => { if (at == stage) launcher!.Abort(); } }, _bench.Machine);
        _bench.Launcher = launcher;
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.Failed));
            Assert.That(report.Diagnostics.Single().Code, Is.EqualTo("RB5205"));
            Assert.That(report.Diagnostics.Single().Message, Does.Contain("aborted"));
            Assert.That(_bench.Left, Is.Empty);
        });
    }

    [Test]
    public async Task Child_FailingByAMistakeOfOurs_IsNotTakenForAnAbortOfTheLibrary()
    {
        _bench.Runtime = new FakeRuntime { Before = at => { if (at == "load") throw new InvalidOperationException("a mistake"); } };
        var diagnostic = (await _bench.RunAsync()).Diagnostics.Single();
        Assert.That(diagnostic.Code, Is.EqualTo("RB5205"));
        Assert.That(diagnostic.Message, Does.Contain("this program's own").And.Contain("'load'"));
        Assert.That(diagnostic.Why, Does.Contain("a mistake"));
    }

    [TestCase("open")]
    [TestCase("load")]
    [TestCase("context")]
    [TestCase("prompt")]
    [TestCase("generation")]
    public async Task Child_HangingAtAStage_IsEndedAndBecomesAFinding(string stage)
    {
        using var never = new ManualResetEventSlim();
        _bench.Patience = TimeSpan.FromSeconds(1.5);
        _bench.Runtime = new FakeRuntime { Before = at => { if (at == stage) never.Wait(); } };
        var report = await _bench.RunAsync();
        never.Set();
        Assert.That(report.Diagnostics.Single().Message, Does.Contain("told nothing for too long"));
        Assert.That(_bench.Left, Is.Empty);
    }

    [Test]
    public async Task Cancellation_WhileRunning_EndsAtOnceAndKeepsWhatWasMeasured()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        _bench.Runtime = new FakeRuntime
        {
            Before = at =>
            {
                if (at != "generation") return;
                stop.Cancel();
                never.Wait(); // a native call that does not return
            },
        };
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var report = await _bench.RunAsync(null, stop.Token);
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(started);
        never.Set();
        Assert.Multiple(() =>
        {
            Assert.That(report.Verdict, Is.EqualTo(ValidationVerdict.Cancelled));
            Assert.That(report.Measurements.Of(SpeedTestKind.Prompt), Is.Not.Null);
            Assert.That(elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), "it does not wait for the native call");
            Assert.That(_bench.Left, Is.Empty);
        });
    }
}
