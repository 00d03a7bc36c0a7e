using RigBuilder.Fit.Measurements;
using RigBuilder.Fit.Regression;

namespace RigBuilder.Prediction.Tests.Fit;

/// <summary>The regression on made-up data whose answer is known.</summary>
public sealed class RegressionTests
{
    [Test]
    public void Fit_OfATwoTermTime_FindsItsCoefficients()
    {
        // t = x / e^0.5 + e^-1
        var observations = Enumerable.Range(1, 40).Select(i =>
        {
            var x = i / 4.0;
            return new Observation<double>(x, Math.Log((x / Math.Exp(0.5)) + Math.Exp(-1)), 0.05, $"g{i % 5}", [new Link(0, 0), new Link(1, 1)], i);
        }).ToArray();
        var fit = new MapFit<double>((x, at) => Math.Log((x / Math.Exp(at[0])) + Math.Exp(at[1])), 2);
        var values = fit.Fit(observations, [new Parameter("rate", 0, 1), new Parameter("fixed", 0, 1)]);
        Assert.That(values[0], Is.EqualTo(0.5).Within(0.02));
        Assert.That(values[1], Is.EqualTo(-1).Within(0.02));
    }

    [Test]
    public void Fit_WithAWildOutlier_BarelyMoves()
    {
        var observations = Enumerable.Range(0, 20).Select(i => new Observation<int>(0, i == 7 ? 5 : 1, 0.05, "g", [new Link(0, 0)], i)).ToArray();
        var fit = new MapFit<int>((_, at) => at[0], 1);
        Assert.That(fit.Fit(observations, [new Parameter("mean", 0, 10)])[0], Is.EqualTo(1).Within(0.02));
    }

    [Test]
    public void CrossValidation_OfAnOddGroup_DoesNotSeeIt()
    {
        var observations = Enumerable.Range(0, 30).Select(i => new Observation<int>(0, i < 3 ? 2 : 1, 0.1, i < 3 ? "odd" : $"g{i % 4}", [new Link(0, 0)], i)).ToArray();
        var fit = new MapFit<int>((_, at) => at[0], 1);
        Parameter[] parameters = [new("mean", 0, 10)];
        var errors = CrossValidation.Errors(fit, observations, parameters, fit.Fit(observations, parameters));
        Assert.That(errors[0], Is.EqualTo(-1).Within(0.02));
    }

    [Test]
    public void Table_WithQuotesAndShortRows_IsReadByColumn()
    {
        var rows = CsvTable.Parse("a,b,c\n1,\"x, \"\"y\"\"\",3\n4\n").Rows().ToArray();
        Assert.That(rows[0].Field("b"), Is.EqualTo("x, \"y\""));
        Assert.That(rows[1].Field("c"), Is.Empty);
        Assert.That(rows[1].Line, Is.EqualTo(3));
    }

    [Test]
    public void Measurements_OfOddRows_AreRejectedWithReason()
    {
        var (rows, rejected) = MeasurementReader.Read("device,test,tokens_per_s,date_build\nA,tg128@d4096,10,build 1 (Dec 2023)\nB,foo,1,\nC,pp512,,\n");
        Assert.That(rows.Single(), Is.EqualTo(rows[0] with { Kind = TestKind.Decode, Tokens = 128, Depth = 4096, Era = BuildEra.Year2023 }));
        Assert.That(rejected.Select(r => r.Line), Is.EqualTo(new[] { 3, 4 }));
    }
}
