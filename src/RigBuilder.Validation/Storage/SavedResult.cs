using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Storage;

/// <summary>A saved report.</summary>
/// <param name="Name">Its name: what `validate show` takes.</param>
/// <param name="Report">The report.</param>
public sealed record SavedResult(string Name, ValidationReport Report);
