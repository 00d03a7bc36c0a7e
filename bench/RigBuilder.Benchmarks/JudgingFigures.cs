using System.Globalization;
using RigBuilder.Rules.Judging;

namespace RigBuilder.Benchmarks;

/// <summary>
/// "-- judging": the processor time of judging in one process, for the bars of docs/PERFORMANCE.md. Processor time, because other
/// programs on the machine lengthen it much less than time by the clock. The cold figure is the first opening in this process:
/// run it several times.
/// </summary>
internal static class JudgingFigures
{
    private const int Rounds = 40;

    public static void Print(TextWriter output)
    {
        var rules = Worlds.Shipped.Rules;
        var cold = Measure(() => new RuleJudge(rules));
        var judging = new Judging();
        Action[] works = [() => judging.WhatIfs(), () => judging.Forecasts(), () => Repeat(() => judging.OnePick(), judging.Cards)];

        // In turns, so that whatever the machine does meanwhile hits all; the first half is warm-up.
        var times = works.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < 2 * Rounds; round++)
            for (var i = 0; i < works.Length; i++)
                if (Measure(works[i]) is var time && round >= Rounds) times[i].Add(time / judging.Cards);

        Row("opening the rules, cold", cold, 60);
        Row($"a what-if, {judging.Cards} in a batch", Median(times[0]), 0.15);
        Row("the forecast beside it", Median(times[1]), null);
        Row("a pick", Median(times[2]), 0.3);

        void Row(string what, double milliseconds, double? bar) => output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what,-32}{milliseconds,9:0.000} ms{(bar is { } most ? $"   bar {most} ms" : "")}"));
    }

    private static void Repeat(Action work, int times)
    {
        for (var i = 0; i < times; i++) work();
    }

    private static double Measure(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
