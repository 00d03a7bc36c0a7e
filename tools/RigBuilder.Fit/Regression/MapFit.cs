namespace RigBuilder.Fit.Regression;

/// <summary>
/// Maximum a posteriori fit of a formula whose coordinates are sums of coefficients with normal priors: damped Gauss-Newton steps
/// on Student-t residuals (outliers lose weight), derivatives of the formula by finite differences.
/// </summary>
/// <typeparam name="T">Features of an observation.</typeparam>
/// <param name="formula">ln of the predicted time from features and coordinates.</param>
/// <param name="coordinates">Number of coordinates.</param>
public sealed class MapFit<T>(Func<T, ReadOnlySpan<double>, double> formula, int coordinates)
{
    // Degrees of freedom of the residuals' distribution: small enough that a wrong row does not move a card.
    private const double Freedom = 4;
    private const double Step = 1e-5;
    private const int MostSteps = 60;

    // A step that gains less than this share of the loss is the last one; predictions move by less than 0.1 % after it.
    private const double Enough = 1e-6;

    /// <summary>Fits the coefficients.</summary>
    /// <param name="observations">The data.</param>
    /// <param name="parameters">Coefficients and priors.</param>
    /// <param name="start">Where to start; the priors' means when null.</param>
    public double[] Fit(IReadOnlyList<Observation<T>> observations, IReadOnlyList<Parameter> parameters, double[]? start = null)
    {
        var values = start?.ToArray() ?? [.. parameters.Select(p => p.Mean)];
        var loss = Loss(observations, parameters, values);
        var damping = 1e-3;
        for (var step = 0; step < MostSteps; step++)
        {
            var (matrix, gradient) = Normal(observations, parameters, values);
            var improved = false;
            for (var attempt = 0; attempt < 8 && !improved; attempt++)
            {
                var move = Cholesky.Solve(matrix, gradient, damping);
                var candidate = new double[values.Length];
                for (var i = 0; i < values.Length; i++) candidate[i] = values[i] + move[i];
                var next = Loss(observations, parameters, candidate);
                if (next < loss)
                {
                    improved = loss - next > Enough * loss;
                    (values, loss, damping) = (candidate, next, Math.Max(1e-9, damping / 5));
                    if (!improved) return values;
                }
                else
                {
                    damping *= 8;
                }
            }

            if (!improved) break;
        }

        return values;
    }

    /// <summary>ln of the time that the coefficients predict for an observation.</summary>
    public double Predict(Observation<T> observation, double[] values)
    {
        Span<double> at = stackalloc double[coordinates];
        Coordinates(observation, values, at);
        return formula(observation.Features, at);
    }

    private static void Coordinates(Observation<T> observation, double[] values, Span<double> at)
    {
        at.Clear();
        foreach (var link in observation.Links) at[link.Coordinate] += link.Weight * values[link.Parameter];
    }

    private double Loss(IReadOnlyList<Observation<T>> observations, IReadOnlyList<Parameter> parameters, double[] values)
    {
        var sum = 0.0;
        foreach (var observation in observations)
        {
            var residual = (observation.LogMeasured - Predict(observation, values)) / observation.Noise;
            sum += (Freedom + 1) / 2 * Math.Log(1 + (residual * residual / Freedom));
        }

        for (var i = 0; i < values.Length; i++)
        {
            var off = (values[i] - parameters[i].Mean) / parameters[i].Deviation;
            sum += off * off / 2;
        }

        return sum;
    }

    private (double[,] Matrix, double[] Gradient) Normal(IReadOnlyList<Observation<T>> observations, IReadOnlyList<Parameter> parameters, double[] values)
    {
        var count = values.Length;
        var matrix = new double[count, count];
        var gradient = new double[count];
        var at = new double[coordinates];
        var slopes = new double[coordinates];
        foreach (var observation in observations)
        {
            Coordinates(observation, values, at);
            var predicted = formula(observation.Features, at);
            for (var c = 0; c < coordinates; c++)
            {
                var kept = at[c];
                at[c] = kept + Step;
                slopes[c] = (formula(observation.Features, at) - predicted) / Step;
                at[c] = kept;
            }

            Accumulate(observation, predicted, slopes, matrix, gradient);
        }

        for (var i = 0; i < count; i++)
        {
            var precision = 1 / (parameters[i].Deviation * parameters[i].Deviation);
            matrix[i, i] += precision;
            gradient[i] -= precision * (values[i] - parameters[i].Mean);
        }

        return (matrix, gradient);
    }

    private static void Accumulate(Observation<T> observation, double predicted, double[] slopes, double[,] matrix, double[] gradient)
    {
        var residual = observation.LogMeasured - predicted;
        var scaled = residual / observation.Noise;
        var weight = (Freedom + 1) / (Freedom + (scaled * scaled)) / (observation.Noise * observation.Noise);
        foreach (var a in observation.Links)
        {
            var slope = slopes[a.Coordinate] * a.Weight;
            gradient[a.Parameter] += weight * slope * residual;
            foreach (var b in observation.Links) matrix[a.Parameter, b.Parameter] += weight * slope * slopes[b.Coordinate] * b.Weight;
        }
    }
}
