namespace RigBuilder.Prediction.Calibrations;

/// <summary>Half widths of the range that holds nine in ten measurements, in units of ln(measured / predicted).</summary>
/// <param name="Card">For a card that the fit has seen.</param>
/// <param name="Architecture">For an unseen card of a seen architecture on a seen backend.</param>
/// <param name="Related">For a card whose architecture the fit has seen on other backends only.</param>
/// <param name="Backend">For an unseen architecture on a seen backend.</param>
/// <param name="Unknown">For an unseen backend or a card with missing figures.</param>
public sealed record SpreadCalibration(double Card, double Architecture, double Related, double Backend, double Unknown);
