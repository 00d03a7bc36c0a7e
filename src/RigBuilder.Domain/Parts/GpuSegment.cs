namespace RigBuilder.Domain.Parts;

/// <summary>Market segment of a GPU.</summary>
public enum GpuSegment
{
    /// <summary>Consumer desktop card.</summary>
    Desktop,

    /// <summary>Workstation card.</summary>
    Workstation,

    /// <summary>Server accelerator; often without fans.</summary>
    Datacenter,

    /// <summary>Soldered laptop GPU.</summary>
    Laptop,

    /// <summary>Part of a processor or of a whole machine.</summary>
    Integrated,
}
