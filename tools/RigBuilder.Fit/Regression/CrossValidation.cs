namespace RigBuilder.Fit.Regression;

/// <summary>Predicts every observation by a fit that did not see its group.</summary>
public static class CrossValidation
{
    /// <summary>ln(predicted / measured time) of each observation, in order.</summary>
    public static double[] Errors<T>(MapFit<T> fit, IReadOnlyList<Observation<T>> observations, IReadOnlyList<Parameter> parameters, double[] start)
    {
        var errors = new double[observations.Count];
        var groups = observations.Select((o, i) => (o.Group, i)).GroupBy(p => p.Group, p => p.i).ToArray();
        Parallel.ForEach(groups, new ParallelOptions { MaxDegreeOfParallelism = 2 }, group =>
        {
            var left = group.ToHashSet();
            var values = fit.Fit([.. observations.Where((_, i) => !left.Contains(i))], parameters, start);
            foreach (var i in left) errors[i] = fit.Predict(observations[i], values) - observations[i].LogMeasured;
        });
        return errors;
    }

    /// <summary>ln(predicted / measured time) of every observation by a fit that saw only some groups.</summary>
    public static double[] Errors<T>(MapFit<T> fit, IReadOnlyList<Observation<T>> observations, IReadOnlyList<Parameter> parameters, IReadOnlyCollection<string> seen)
    {
        var groups = seen.ToHashSet(StringComparer.Ordinal);
        var values = fit.Fit([.. observations.Where(o => groups.Contains(o.Group))], parameters);
        return [.. observations.Select(o => fit.Predict(o, values) - o.LogMeasured)];
    }
}
