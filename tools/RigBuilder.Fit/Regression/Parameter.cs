namespace RigBuilder.Fit.Regression;

/// <summary>A coefficient with its normal prior.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mean">Where it stays without data.</param>
/// <param name="Deviation">How far data usually moves it: shrinkage.</param>
public sealed record Parameter(string Name, double Mean, double Deviation);
