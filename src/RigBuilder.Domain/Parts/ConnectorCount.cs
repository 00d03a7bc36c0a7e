namespace RigBuilder.Domain.Parts;

/// <summary>A number of equal connectors.</summary>
/// <param name="Type">The connector.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct ConnectorCount(PowerConnector Type, int Count);
