namespace RigBuilder.Fit.Measurements;

/// <summary>A row that the fit does not use.</summary>
/// <param name="Line">Line in the table.</param>
/// <param name="Device">Name of the device.</param>
/// <param name="Reason">Why.</param>
public sealed record Rejection(int Line, string Device, string Reason);
