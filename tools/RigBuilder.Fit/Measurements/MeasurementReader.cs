using System.Globalization;
using System.Text.RegularExpressions;

namespace RigBuilder.Fit.Measurements;

/// <summary>Reads the table of measurements; rows that cannot be understood are rejected with a reason.</summary>
public static partial class MeasurementReader
{
    /// <summary>Reads the text of a table.</summary>
    public static (IReadOnlyList<Measurement> Rows, IReadOnlyList<Rejection> Rejected) Read(string text)
    {
        var rows = new List<Measurement>();
        var rejected = new List<Rejection>();
        foreach (var (line, field) in CsvTable.Parse(text).Rows())
        {
            var test = TestName().Match(field("test"));
            var speed = Number(field("tokens_per_s"));
            if (!test.Success) rejected.Add(new Rejection(line, field("device"), $"test '{field("test")}' is neither pp nor tg"));
            else if (speed is not > 0) rejected.Add(new Rejection(line, field("device"), "no speed"));
            else rows.Add(Make(line, field, test, speed.Value));
        }

        return (rows, rejected);
    }

    private static Measurement Make(int line, Func<string, string> field, Match test, double speed) => new(
        line, field("source"), field("device"), (int)(Number(field("device_count")) ?? 1), field("backend").ToLowerInvariant(), field("model"), field("quant"),
        Number(field("model_bytes_GiB")), test.Groups["kind"].Value == "tg" ? TestKind.Decode : TestKind.Prompt,
        int.Parse(test.Groups["tokens"].ValueSpan, CultureInfo.InvariantCulture),
        test.Groups["depth"].Success ? int.Parse(test.Groups["depth"].ValueSpan, CultureInfo.InvariantCulture) : 0,
        speed, field("flash_attn") switch { "1" => true, "0" => false, _ => null }, Era(field("date_build")), field("tool"), field("host_or_cpu"),
        (int?)Number(field("threads")), field("notes"));

    private static BuildEra Era(string build)
    {
        if (build.Contains("2023", StringComparison.Ordinal) || build.Contains("Jan 2024", StringComparison.Ordinal)) return BuildEra.Year2023;
        return build.Contains("2024", StringComparison.Ordinal) ? BuildEra.Year2024 : BuildEra.Recent;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^(?<kind>pp|tg)(?<tokens>\d+)(@d(?<depth>\d+))?$")]
    private static partial Regex TestName();
}
