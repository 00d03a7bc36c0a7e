using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>
/// Runs that other people published, reproduced setting by setting: data/published_runs.jsonl has the query, the figure that was measured,
/// its source, and whether it lies inside the predicted range (the two that do not are known misses). The page of both figures is generated.
/// </summary>
public sealed class PublishedRunsTests
{
    private const double Slack = 0.05;

    private const string Head = """
        # Published runs, setting by setting

        Runs that other people published, asked for with the settings they state; `tests/RigBuilder.Scenarios.Tests/data/published_runs.jsonl` has
        the queries. Speeds are tok/s with their predicted range, memory is within 5 %. A run outside is a known miss.

        | setting | run | true | predicted | inside | source |
        |---|---|---:|---:|---|---|
        """;

    private static readonly JsonObject[] Runs = [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "RigBuilder.Scenarios.Tests", "data", "published_runs.jsonl")).Select(l => JsonNode.Parse(l)!.AsObject())];

    private static readonly Lazy<JsonNode[]> Answers = new(() => [.. CliRun.In(
        Environment.CurrentDirectory, string.Join('\n', Runs.Select(r => r["query"]!.ToJsonString())), "predict", "--batch", "-").Out
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)]);

    private static IEnumerable<TestCaseData> Cases => Runs.Select((r, i) => new TestCaseData(i).SetArgDisplayNames((string)r["id"]!));

    [TestCaseSource(nameof(Cases))]
    public void Run_OfOtherPeople_LiesInsideTheRangeOrIsAKnownMiss(int run)
    {
        var answer = Answers.Value[run];
        Assert.That(answer["error"], Is.Null, () => (string)answer["error"]!);
        var (_, low, high) = Predicted(run);
        var measured = (double)Runs[run]["true"]!;
        Assert.That(measured >= low && measured <= high, Is.EqualTo((bool)Runs[run]["inside"]!), $"{measured} beside {low:0.##} to {high:0.##}");
    }

    [TestCaseSource(nameof(Cases))]
    public void LaunchLine_OfAPublishedRun_RepeatsWhatWasFixed(int run)
    {
        var (query, launch) = (Runs[run]["query"]!.AsObject(), (string)Answers.Value[run]["placement"]!["launch"]!);
        foreach (var (key, flag) in (ReadOnlySpan<(string, string)>)[("ncmoe", "-ncmoe"), ("ub", "-ub"), ("b", "-b"), ("threads", "-t"), ("ctk", "-ctk"), ("ctv", "-ctv")])
            if (query[key] is { } value && value.ToString() != "0") Assert.That(launch, Does.Contain($"{flag} {value}"));
        if (query["ot"] is { } patterns) Assert.That(launch, Does.Contain($"-ot \"{patterns}\""));
        if ((string?)query["split_mode"] == "tensor") Assert.That(launch, Does.Contain("-sm tensor"));
        if (query["spec"] is { } spec) Assert.That(launch, Does.Contain("--spec-draft-n-max " + ((string)spec!).Split(' ')[^1]));
    }

    [Test]
    public void Page_OfThePublishedRuns_IsCurrent()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        for (var run = 0; run < Runs.Length; run++)
        {
            var r = Runs[run];
            var (value, low, high) = Predicted(run);
            var memory = ((string)r["figure"]!).EndsWith("_gb", StringComparison.Ordinal) || ((string)r["figure"]!).EndsWith("_gib", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {r["setting"]} | {r["id"]}{(r["note"] is { } note ? $" ({note})" : "")} | {r["true"]}{(memory ? Unit(r) : "")} | ");
            page.Append(memory ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0}{Unit(r)}") : string.Create(CultureInfo.InvariantCulture, $"{Short(value)} ({Short(low)} to {Short(high)})"));
            page.Append(CultureInfo.InvariantCulture, $" | {((bool)r["inside"]! ? "yes" : "**no**")} | {r["source"]} |\n");
        }

        var path = Path.Combine(Checkout.Root, "docs", "PUBLISHED-RUNS.md");
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1") File.WriteAllText(path, page.ToString());
        Assert.That(
            File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", Is.EqualTo(page.ToString()),
            "docs/PUBLISHED-RUNS.md is not current; RIGBUILDER_ACCEPT=1 dotnet test tests/RigBuilder.Scenarios.Tests writes it");
    }

    private static (double Value, double Low, double High) Predicted(int run)
    {
        var answer = Answers.Value[run];
        var figure = (string)Runs[run]["figure"]!;
        if (answer[figure] is JsonObject speed) return ((double)speed["tokens_per_second"]!, (double)speed["low"]!, (double)speed["high"]!);
        var bytes = figure.StartsWith("card", StringComparison.Ordinal)
            ? answer["memory"]!["per_device"]!.AsArray().Where(d => (bool)d!["is_gpu"]!).Sum(d => (double)d!["total_bytes"]!)
            : (double)answer["memory"]!["total_bytes"]!;
        var size = bytes / (figure.EndsWith("_gib", StringComparison.Ordinal) ? 1L << 30 : 1e9);
        return (size, size * (1 - Slack), size * (1 + Slack));
    }

    private static string Unit(JsonObject run) => ((string)run["figure"]!).EndsWith("_gib", StringComparison.Ordinal) ? " GiB" : " GB";

    private static string Short(double speed) => speed.ToString(speed < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
