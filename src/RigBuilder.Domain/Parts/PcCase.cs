using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A case.</summary>
public sealed record PcCase : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Case;

    /// <summary>Board sizes it takes.</summary>
    public required ImmutableArray<FormFactor> FormFactors { get; init; }

    /// <summary>Longest graphics card.</summary>
    public required Millimetres GpuLength { get; init; }

    /// <summary>Tallest CPU cooler.</summary>
    public required Millimetres CoolerHeight { get; init; }

    /// <summary>Expansion slots at the back.</summary>
    public required int ExpansionSlots { get; init; }

    /// <summary>Longest power supply. Null when unknown or of no concern.</summary>
    public Millimetres? PsuLength { get; init; }

    /// <summary>Power supply sizes it takes.</summary>
    public ImmutableArray<PsuFormFactor> PsuFormFactors { get; init; } = [PsuFormFactor.Atx];

    /// <summary>Longest radiator it takes. Null when none.</summary>
    public Millimetres? Radiator { get; init; }

    /// <summary>How freely air passes.</summary>
    public Airflow Airflow { get; init; } = Airflow.Standard;
}

/// <summary>How freely air passes through a case, worst first.</summary>
public enum Airflow
{
    /// <summary>Closed front (glass or solid panel).</summary>
    Restricted,

    /// <summary>Side vents or a partly open front.</summary>
    Standard,

    /// <summary>Open mesh front with fans behind it.</summary>
    High,
}
