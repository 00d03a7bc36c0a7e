using System.Globalization;

namespace RigBuilder.Prediction.Tests.Goldens;

/// <summary>
/// Forecasts against figures that were worked out by hand or that llama.cpp reported: data/forecasts.csv states the source and the
/// arithmetic of each beside its tolerance. None comes from this program.
/// </summary>
public sealed class GoldenForecastTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "forecasts.csv")).Skip(1).Select(l => l.Split(';'))];

    private static IEnumerable<TestCaseData> Cases => Rows.Select(f => new TestCaseData(f).SetArgDisplayNames(f[0]));

    [Test]
    public void Rows_Everywhere_StateTheirSource() => Assert.That(Rows.All(f => f is [_, _, _, _, _, _, { Length: > 0 }]));

    [TestCaseSource(nameof(Cases))]
    public void Forecast_OfARow_IsWhatWasWorkedOut(string id, string rig, string quest, string figure, string expected, string tolerance, string why)
    {
        var wanted = Number(expected);
        var slack = tolerance.EndsWith('%') ? wanted * Number(tolerance[..^1]) / 100 : Number(tolerance);
        var forecast = TestRigs.Forecaster.Predict(GoldenParts.Rig(rig), GoldenQuest.Of(quest));
        Assert.That(GoldenFigures.Of(forecast, figure), Is.EqualTo(wanted).Within(slack + 1e-9), $"{id}: {figure} of {quest} on {rig}: {why}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
