namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// How far measured ÷ predicted of one run carries over to another on the same device: half widths of the 90 % range of the ratio of
/// the two, in ln units.
/// </summary>
/// <param name="Same">To the same model in the same quantisation on another day.</param>
/// <param name="Kin">To another model of the same weight type, both with or both without routed experts.</param>
/// <param name="Other">To any other model.</param>
public sealed record TransferCalibration(double Same, double Kin, double Other)
{
    /// <summary>Not known: a measurement then corrects the figure and leaves its range as wide as without.</summary>
    public static TransferCalibration Unknown { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
}
