namespace RigBuilder.Domain.Parts;

/// <summary>How a card gets rid of its heat.</summary>
public enum GpuCooling
{
    /// <summary>Fans that blow into the case.</summary>
    OpenAir,

    /// <summary>Radial fan that blows out of the case.</summary>
    Blower,

    /// <summary>No fan: needs a server's air flow or an added shroud.</summary>
    Passive,

    /// <summary>Liquid cooled.</summary>
    Liquid,
}
