namespace RigBuilder.Workbench.Labels;

/// <summary>Names of slots and parts for narrow columns.</summary>
public static class PartLabels
{
    private const int ShortestTelling = 3;

    private static readonly string[] Makers = ["NVIDIA", "GeForce", "AMD", "Radeon", "Intel", "Apple"];

    /// <summary>The slots in the order of the screen.</summary>
    public static ImmutableArray<PartKind> Slots { get; } = [.. Enum.GetValues<PartKind>()];

    /// <summary>At most six letters.</summary>
    public static string Short(PartKind kind) => kind switch
    {
        PartKind.Gpu => "GPU",
        PartKind.Cpu => "CPU",
        PartKind.Motherboard => "Board",
        PartKind.Memory => "RAM",
        PartKind.Ssd => "SSD",
        PartKind.Psu => "PSU",
        PartKind.Case => "Case",
        PartKind.Cooler => "Cooler",
        PartKind.Machine => "Whole",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>In words, for sentences and titles.</summary>
    public static string Long(PartKind kind) => kind switch
    {
        PartKind.Gpu => "Graphics card",
        PartKind.Cpu => "Processor",
        PartKind.Motherboard => "Motherboard",
        PartKind.Memory => "Memory",
        PartKind.Ssd => "Drive",
        PartKind.Psu => "Power supply",
        PartKind.Case => "Case",
        PartKind.Cooler => "CPU cooler",
        PartKind.Machine => "Whole machine",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>How many equal parts a slot can hold.</summary>
    public static int Most(PartKind kind) => kind switch
    {
        PartKind.Gpu => 8,
        PartKind.Memory or PartKind.Ssd => 4,
        _ => 1,
    };

    /// <summary>A part's name without its maker's and series' words ("RTX 3090").</summary>
    public static string Short(Part part) => Short(part.Name);

    /// <summary>A name without words that every card or processor has.</summary>
    public static string Short(string name)
    {
        var words = name.Split(' ').Where(w => !Makers.Contains(w, StringComparer.Ordinal)).ToArray();
        var shortened = string.Join(' ', words);
        if (shortened.Length > ShortestTelling) return shortened;
        // "AMD Radeon VII" would be left with its number alone.
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name : name[(space + 1)..];
    }
}
