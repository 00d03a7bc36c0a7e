namespace RigBuilder.Prediction.Calibrations;

/// <summary>How much faster or slower than predicted a device was.</summary>
/// <param name="Value">Measured ÷ predicted speed; above 0. 1 confirms the prediction.</param>
/// <param name="Scatter">Half width of the 90 % range of single repetitions, in ln units; 0 or more.</param>
public readonly record struct MeasuredFactor(double Value, double Scatter);
