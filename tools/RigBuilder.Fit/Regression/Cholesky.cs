namespace RigBuilder.Fit.Regression;

/// <summary>Solves symmetric positive definite equations.</summary>
internal static class Cholesky
{
    /// <summary>x with (A + damping · diag A) x = b.</summary>
    public static double[] Solve(double[,] matrix, double[] right, double damping)
    {
        var n = right.Length;
        var factor = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j] + (i == j ? damping * matrix[i, i] : 0);
                int ri = i * n, rj = j * n;
                for (var k = 0; k < j; k++) sum -= factor[ri + k] * factor[rj + k];
                factor[ri + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / factor[rj + j];
            }
        }

        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++) sum -= factor[(i * n) + k] * x[k];
            x[i] = sum / factor[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++) sum -= factor[(k * n) + i] * x[k];
            x[i] = sum / factor[(i * n) + i];
        }

        return x;
    }
}
