namespace RigBuilder.Prediction.Calibrations;

/// <summary>Error of the speed model on a group of measurements, each predicted by a fit that did not see its card.</summary>
/// <param name="Rows">Measurements.</param>
/// <param name="Cards">Cards.</param>
/// <param name="Median">Median of |predicted / measured − 1| over the cards, of each card's own median.</param>
/// <param name="Under25">Share of the measurements predicted within 25 %.</param>
/// <param name="InRange">Share of the measurements inside the stated range.</param>
public sealed record FitError(int Rows, int Cards, double Median, double Under25, double InRange);
