namespace RigBuilder.Workbench.State;

/// <summary>Orders of the candidate list.</summary>
public enum CandidateSort
{
    /// <summary>What fits first, then by grade, speed and price.</summary>
    Best,

    /// <summary>Fastest generation first.</summary>
    Speed,

    /// <summary>Cheapest first.</summary>
    Price,

    /// <summary>Most speed for the money first.</summary>
    Value,

    /// <summary>Least power first.</summary>
    Power,

    /// <summary>By name.</summary>
    Name,
}
