using System.Globalization;

namespace RigBuilder.Rules.Tests.Properties;

/// <summary>Well-typed random conditions as text.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Sizes = ["plan.vram_needed", "gpu.vram", "rig.vram", "memory.capacity", "ssd.capacity", "24 GiB", "0 GB", "max(g.vram for g in rig.gpus)", "sum(k.capacity for k in rig.memory_kits where k.ecc)"];

    private static readonly string[] Plains = ["rig.gpu_count", "cpu.cores", "model.params", "2", "0", "1.5", "count(rig.gpus)", "count(g.vendor == nvidia for g in rig.gpus where g.vram > 8 GiB)", "gpu.link_lanes", "plan.psu_load", "ceil(gpu.slots)"];

    private static readonly string[] Watts = ["psu.watts", "plan.watts_rated", "gpu.power", "450 W", "first_known(cpu.turbo_power, cpu.tdp)", "floor(plan.watts_peak, 50 W)", "min(psu.watts, 500 W)"];

    private static readonly string[] Truths =
    [
        "cpu.avx2", "present(cooler)", "present(gpu.length)", "quest.flash_attention", "true", "false", "rig.same_gpus", "tagged('a-tag')",
        "gpu.vendor == amd", "case.airflow >= standard", "cpu.socket == board.socket", "cuda in gpu.backends", "cpu.socket in cooler.sockets",
        "board.form_factor in case.form_factors", "gpu.cooling in [open-air, blower]", "psu.efficiency in bronze..gold", "contains(gpu.name, 'rtx')",
        "plan.mode == multi-gpu", "quest.kind != inference", "any(g.space_ok for g in rig.gpus)", "all(g.link_gen >= 4 for g in rig.gpus where not g.integrated)",
        "any(s.lanes >= 8 for s in board.pcie_slots where s.from_cpu)", "all(any(o.id == g.id for o in rig.gpus where o.number != g.number) for g in rig.gpus)",
    ];

    private readonly Random _random = new(seed);

    public string Condition(int depth = 4)
    {
        if (depth == 0) return Pick(Truths);
        return _random.Next(8) switch
        {
            0 => $"({Condition(depth - 1)} and {Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
            2 => $"not {Condition(depth - 1)}",
            3 => $"{Number(Sizes, depth - 1)} {Comparison()} {Number(Sizes, depth - 1)}",
            4 => $"{Number(Watts, depth - 1)} {Comparison()} {Number(Watts, depth - 1)}",
            5 => $"{Number(Plains, depth - 1)} in {Number(Plains, 0)}..{Number(Plains, 0)}",
            6 => $"if({Condition(depth - 1)}, {Condition(depth - 1)}, {Condition(depth - 1)})",
            _ => $"{Number(Sizes, depth - 1)} / {Number(Sizes, depth - 1)} {Comparison()} {Number(Plains, depth - 1)}",
        };
    }

    private string Number(string[] of, int depth) => depth <= 0 ? Pick(of) : _random.Next(7) switch
    {
        0 => $"({Number(of, depth - 1)} + {Number(of, depth - 1)})",
        1 => $"({Number(of, depth - 1)} - {Number(of, depth - 1)})",
        2 => $"{Number(of, depth - 1)} * {(_random.Next(30) / 10.0).ToString(CultureInfo.InvariantCulture)}",
        3 => $"{Number(of, depth - 1)} / {Number(Plains, 0)}",
        4 => $"-({Number(of, depth - 1)})",
        5 => $"max({Number(of, depth - 1)}, {Number(of, depth - 1)})",
        _ => Pick(of),
    };

    private string Comparison() => Pick(["<", "<=", ">", ">=", "==", "!="]);

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
