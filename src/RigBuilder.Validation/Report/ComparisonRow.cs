using System.Text.Json.Serialization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Report;

/// <summary>One term of the comparison. Figures are in base units.</summary>
/// <param name="Term">Which.</param>
/// <param name="Name">In words ("generation tg128").</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Predicted">Point prediction; null when nothing was predicted.</param>
/// <param name="Low">Low end of the predicted range.</param>
/// <param name="High">High end of the predicted range.</param>
/// <param name="Measured">Measured; null when it was not reached.</param>
/// <param name="Deviation">Standard deviation of the measurement; null where there is none.</param>
/// <param name="Verdict">Where the measurement lies.</param>
public sealed record ComparisonRow(
    ComparisonTerm Term, string Name, FigureUnit Unit, double? Predicted, double? Low, double? High, double? Measured, double? Deviation, RowVerdict Verdict)
{
    /// <summary>What to know about this row; null when nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether disturbances kept the measurement below what the machine can do.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Measured relative to predicted minus one; null when either is missing.</summary>
    public double? Error => Predicted is > 0 and var p && Measured is { } m ? (m / p) - 1 : null;

    /// <summary>The prediction with its unit; "–" when there is none.</summary>
    [JsonIgnore]
    public string PredictedText => Predicted is { } p ? Text(p) : "–";

    /// <summary>The range with its unit; empty when there is none.</summary>
    [JsonIgnore]
    public string RangeText => Low is { } low && High is { } high ? $"{Text(low)} – {Text(high)}" : "";

    /// <summary>The measurement with deviation and unit; "–" when there is none.</summary>
    [JsonIgnore]
    public string MeasuredText => Measured is not { } m ? "–" : IsLowerBound ? $"≥ {Text(m)}" : Deviation is > 0 and var d ? $"{QuantityText.Number(m)} ± {Text(d)}" : Text(m);

    private string Text(double value) => Unit switch
    {
        FigureUnit.Bytes => Bytes.FromDouble(Math.Max(0, value)).ToString(),
        FigureUnit.Seconds => Duration.FromSeconds(Math.Max(0, value)).ToString(),
        _ => TokensPerSecond.FromValue(Math.Max(0, value)).ToString(),
    };
}

/// <summary>Where a measurement lies relative to the prediction.</summary>
public enum RowVerdict
{
    /// <summary>Within the predicted range.</summary>
    Within,

    /// <summary>Slower, or more memory, than predicted.</summary>
    Worse,

    /// <summary>Faster, or less memory, than predicted.</summary>
    Better,

    /// <summary>One of the two is missing, or they cannot be compared; the note says why.</summary>
    NotCompared,
}

/// <summary>Unit of a compared figure.</summary>
public enum FigureUnit
{
    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Tokens per second.</summary>
    TokensPerSecond,

    /// <summary>Seconds.</summary>
    Seconds,
}
