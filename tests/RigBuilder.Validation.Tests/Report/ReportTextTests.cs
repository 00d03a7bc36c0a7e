using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Report;

public sealed class ReportTextTests
{
    private Bench _bench = null!;

    [SetUp]
    public void Make() => _bench = new Bench();

    [TearDown]
    public void Clear() => _bench.Dispose();

    [Test]
    public async Task Json_OfAReport_SurvivesTheJourney()
    {
        _bench.Runtime = new FakeRuntime { CpuShares = [1, 0.5, 1] };
        var report = await _bench.RunAsync();
        var again = ReportText.ParseJson(ReportText.Json(report))!;
        Assert.That(ReportText.Json(again), Is.EqualTo(ReportText.Json(report)));
        Assert.That(again.Measurements.Of(SpeedTestKind.Prompt)!.Mean, Is.EqualTo(report.Measurements.Of(SpeedTestKind.Prompt)!.Mean));
    }

    [Test]
    public async Task Markdown_OfAReport_HoldsFiguresVerdictsAndCauses()
    {
        _bench.Runtime = new FakeRuntime { DecodeSpeed = Domain.Units.TokensPerSecond.FromValue(20) };
        _bench.Request = _bench.Request with { Machine = new() { ChannelsPopulated = 1, ChannelsPossible = 2, Modules = 1 } };
        var text = ReportText.Markdown(await _bench.RunAsync());
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("| generation tg128 | 50 tok/s | 40 tok/s – 60 tok/s | 20 tok/s | −60.0 % | slower |"));
            Assert.That(text, Does.Contain("1. **Memory runs in a single channel**"));
            Assert.That(text, Does.Contain("| KV cache | 100 MiB |"));
            Assert.That(text, Does.Not.Contain("\r"));
        });
    }

    [Test]
    public async Task Markdown_OfARefusal_StatesNoSettingsThatNothingHad()
    {
        _bench.Request = _bench.Request with { Quest = Shapes.Quest() with { Context = 0 } };
        Assert.That(ReportText.Markdown(await _bench.RunAsync()), Does.Not.Contain("settings").And.Contain("Refused"));
    }

    [Test]
    public async Task Markdown_OfAFallback_SaysWhereTheLayersWentAndComparesNoBuffers()
    {
        _bench.Forecaster = new FakeForecaster(gpuLayers: 17);
        _bench.Request = _bench.Request with { GpuLayers = 17, Rig = TestParts.RigWithGpu };
        var report = await _bench.RunAsync();
        Assert.Multiple(() =>
        {
            Assert.That(ReportText.Markdown(report), Does.Contain("17 layers planned for GPUs, all on the CPU since the library sees no GPU"));
            Assert.That(report.Rows.Single(r => r.Term == ComparisonTerm.Compute).Verdict, Is.EqualTo(RowVerdict.NotCompared));
            Assert.That(report.MemoryTotal, Is.Null);
        });
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[1,2]")]
    [TestCase("{\"began\":\"yesterday\"}")]
    [TestCase("null")]
    public void Json_ThatIsNoReport_IsNone(string text) => Assert.That(ReportText.ParseJson(text), Is.Null);

    [Test]
    public async Task Store_OfSeveralReports_ListsTheNewestFirstAndFindsByName()
    {
        var store = new ResultStore(Path.Combine(_bench.Folder, "results"));
        var report = await _bench.RunAsync();
        var first = store.Save(report).Value!;
        var second = store.Save(report).Value!;
        var newest = store.Save(report with { Began = report.Began.AddHours(1) }).Value!;
        File.WriteAllText(Path.Combine(_bench.Folder, "results", "broken.json"), "{");
        var (results, diagnostics) = store.List();
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(r => r.Name), Is.EqualTo(new[] { newest, second, first }));
            Assert.That(second, Is.EqualTo(first + "-2"));
            Assert.That(diagnostics.Single().Code, Is.EqualTo("RB5206"));
            Assert.That(store.Find("last")!.Name, Is.EqualTo(newest));
            Assert.That(store.Find(first[..8]), Is.Not.Null);
            Assert.That(store.Find("nothing"), Is.Null);
        });
    }

    [Test]
    public async Task Store_InAPlaceThatCannotBeWritten_SaysSo()
    {
        var file = Path.Combine(_bench.Folder, "file");
        File.WriteAllText(file, "");
        var saved = new ResultStore(Path.Combine(file, "results")).Save(await _bench.RunAsync());
        Assert.That(saved.Diagnostics.Single().Code, Is.EqualTo("RB5203"));
    }
}
