using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>The outcome of reading a calibration.</summary>
/// <param name="Calibration">The calibration; null when anything is wrong with it.</param>
/// <param name="Diagnostics">What is wrong.</param>
public sealed record CalibrationLoad(Calibration? Calibration, ImmutableArray<Diagnostic> Diagnostics);
