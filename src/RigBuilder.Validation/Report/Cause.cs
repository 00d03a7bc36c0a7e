namespace RigBuilder.Validation.Report;

/// <summary>A likely reason for a shortfall.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Weight">How well it explains the shortfall, 0 to 1; causes are listed by it.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Evidence">What was seen, with figures.</param>
/// <param name="Advice">What to do.</param>
public sealed record Cause(CauseKind Kind, double Weight, string Title, string Evidence, string Advice);
