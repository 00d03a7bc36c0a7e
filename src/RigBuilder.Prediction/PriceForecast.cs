using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>Price of the parts.</summary>
/// <param name="Total">Sum of the known prices.</param>
/// <param name="Unpriced">Names of parts without a known price.</param>
/// <param name="PerTokenRate">Total divided by generation speed, USD per tok/s; null when nothing runs or a price is missing.</param>
public sealed record PriceForecast(Money Total, ImmutableArray<string> Unpriced, Money? PerTokenRate);
