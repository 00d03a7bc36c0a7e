namespace RigBuilder.Workbench.State;

/// <summary>What a quantisation would mean for the quest's model on the rig as it is.</summary>
/// <param name="Quant">The quantisation.</param>
/// <param name="Forecast">The prediction with it.</param>
public sealed record QuantPreview(Quant Quant, Forecast Forecast);
