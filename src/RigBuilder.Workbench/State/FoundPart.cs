namespace RigBuilder.Workbench.State;

/// <summary>A piece of hardware found in this machine.</summary>
/// <param name="Kind">Its slot.</param>
/// <param name="Name">Its name as the machine gives it, or a description.</param>
/// <param name="PartId">The catalog entry it is; null when it is none, or not surely one.</param>
public sealed record FoundPart(PartKind Kind, string Name, string? PartId)
{
    /// <summary>How many catalog parts it stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Why it is, or is not, that entry; one sentence.</summary>
    public string Note { get; init; } = "";
}
