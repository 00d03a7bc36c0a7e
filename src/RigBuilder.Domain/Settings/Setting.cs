using System.Collections.Immutable;

namespace RigBuilder.Domain.Settings;

/// <summary>
/// One setting of a workload, as the one table has it: command-line options, batch keys, rig keys, JSON Schema, documentation and the quest
/// screen are made from it. A value is a text everywhere ("99", "q8_0", "3,1", "280 W").
/// </summary>
public abstract class Setting
{
    private protected Setting(string key, SettingShape shape, string help) => (Key, Shape, Help) = (key, shape, help);

    /// <summary>Key in rig files, and the name in messages: "ngl".</summary>
    public string Key { get; }

    /// <summary>What may be written.</summary>
    public SettingShape Shape { get; }

    /// <summary>What it is, in a sentence.</summary>
    public string Help { get; }

    /// <summary>Command-line options that give it, the usual one first: "-ngl", "--n-gpu-layers".</summary>
    public required ImmutableArray<string> Flags { get; init; }

    /// <summary>Keys of a batch line that give it.</summary>
    public required ImmutableArray<BatchKey> BatchKeys { get; init; }

    /// <summary>Where a rig file has it.</summary>
    public SettingPlace Place { get; init; } = SettingPlace.Settings;

    /// <summary>What happens while it is open: "planned", "4096".</summary>
    public string Default { get; init; } = "planned";

    /// <summary>A value to show: "99".</summary>
    public required string Example { get; init; }

    /// <summary>The quest with this setting.</summary>
    /// <param name="quest">The quest.</param>
    /// <param name="text">The value as written.</param>
    /// <param name="problem">What is wrong with the text, starting with the key; null when nothing is.</param>
    public abstract Workloads.Quest Apply(Workloads.Quest quest, string text, out string? problem);

    /// <summary>The quest with this setting open again.</summary>
    public abstract Workloads.Quest Clear(Workloads.Quest quest);

    /// <summary>The value as it would be written; null while it is open.</summary>
    public abstract string? Written(Workloads.Quest quest);
}

/// <summary>A key of a batch line.</summary>
/// <param name="Name">The key: "power_limit_w".</param>
/// <param name="Unit">The unit that a bare number has: "W"; empty for none.</param>
public sealed record BatchKey(string Name, string Unit = "")
{
    /// <summary>A key without unit.</summary>
    public static implicit operator BatchKey(string name) => new(name);
}

/// <summary>Where a rig file has a setting.</summary>
public enum SettingPlace
{
    /// <summary>Under quest.</summary>
    Quest,

    /// <summary>Under settings; under quest as well, where version 1 of the format had it.</summary>
    Both,

    /// <summary>Under settings.</summary>
    Settings,

    /// <summary>Under in_use.</summary>
    InUse,
}
