namespace RigBuilder.Fit.Regression;

/// <summary>A measurement as the regression sees it.</summary>
/// <typeparam name="T">Its features.</typeparam>
/// <param name="Features">What the formula needs.</param>
/// <param name="LogMeasured">ln of the measured time.</param>
/// <param name="Noise">Standard deviation of its error in ln units.</param>
/// <param name="Group">What is left out together: the card.</param>
/// <param name="Links">Which coefficients enter which coordinate of the formula, and how strongly.</param>
/// <param name="Line">Line in the table.</param>
public sealed record Observation<T>(T Features, double LogMeasured, double Noise, string Group, IReadOnlyList<Link> Links, int Line);

/// <summary>A coefficient's part in a coordinate.</summary>
/// <param name="Coordinate">Index of the coordinate.</param>
/// <param name="Parameter">Index of the coefficient.</param>
/// <param name="Weight">Its factor.</param>
public readonly record struct Link(int Coordinate, int Parameter, double Weight = 1);
