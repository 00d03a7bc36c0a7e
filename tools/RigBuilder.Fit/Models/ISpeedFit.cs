namespace RigBuilder.Fit.Models;

/// <summary>A regression of a speed over measurements.</summary>
internal interface ISpeedFit
{
    /// <summary>The rows that it is fitted on.</summary>
    IReadOnlyList<FitRow> Rows { get; }

    /// <summary>Number of coefficients.</summary>
    int Coefficients { get; }

    /// <summary>Fits.</summary>
    void Run();

    /// <summary>ln(predicted / measured time) per row, predicted by the fit that saw all rows.</summary>
    double[] Residuals();

    /// <summary>ln(predicted / measured time) per row, each predicted by a fit that did not see its card.</summary>
    double[] LeftOut();

    /// <summary>ln(predicted / measured time) per row by a fit that saw the rows of these cards only.</summary>
    double[] Errors(IReadOnlyCollection<string> seen);
}
