using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Placing;

namespace RigBuilder.Prediction.Systems;

/// <summary>Power of a rig at its limits, in peaks and while generating; energy per token.</summary>
internal static class PowerDraw
{
    /// <summary>Power of a rig.</summary>
    /// <param name="constants">Draw of what has no figure of its own.</param>
    /// <param name="rig">The parts.</param>
    /// <param name="quest">For the price of electricity.</param>
    /// <param name="assignment">Where the model runs; null without model.</param>
    /// <param name="decode">Generation speed; null when nothing runs.</param>
    public static PowerForecast Of(Calibration constants, Rig rig, Quest quest, Assignment? assignment, TokensPerSecond? decode)
    {
        var calibration = constants.Power;
        double rated = 0, peak = 0;
        var box = rig.Machine?.Power;
        var basis = Basis.Specification;
        var terms = ImmutableArray.CreateBuilder<Term>();
        for (var card = 0; card < rig.Gpus.Length; card++)
        {
            var gpu = rig.Gpus[card];
            if ((box is not null && gpu.Included) || InPackage(rig, gpu)) continue;
            var board = Board(calibration, rig, quest, card);
            if (gpu.BoardPower is null) basis = Basis.Guess;
            rated += board;
            peak += board * Math.Max(1, gpu.TransientFactor);
            Add(terms, gpu.Name, board, gpu.BoardPower is null ? Basis.Guess : Basis.Specification, LimitOf(rig, quest, card) is null ? "board power" : "power limit, as set");
        }

        if (box is { } whole)
        {
            (rated, peak) = (rated + whole.Value, peak + whole.Value);
            Add(terms, rig.Machine!.Name, whole.Value, Basis.Specification, "most at the wall, as its maker states");
        }

        if (rig.Cpu is { } cpu && (box is null || !cpu.Included))
        {
            var limit = Limit(calibration, cpu) * Math.Max(1, rig.Sockets);
            rated += limit;
            peak += limit * calibration.CpuTransient;
            Add(terms, cpu.Name, limit, cpu.Tdp is null && cpu.TurboPower is null ? Basis.Guess : Basis.Specification, "sustained power limit");
        }

        var rest = box is null ? Rest(calibration, rig) : 0;
        if (box is null) Add(terms, "board, memory, drives, fans", rest, Basis.Guess, $"per part; board: {Source(calibration, "board")}; module: {Source(calibration, "module")}; drive: {Source(calibration, "drive")}");
        (rated, peak) = (rated + rest, peak + rest);
        var generating = Generating(calibration, rig, quest, assignment, terms) + rest;
        return Forecast(calibration, rig, quest, decode, basis, (rated, peak, generating), terms.ToImmutable());
    }

    private static PowerForecast Forecast(
        PowerCalibration calibration, Rig rig, Quest quest, TokensPerSecond? decode, Basis basis,
        (double Rated, double Peak, double Generating) draw, ImmutableArray<Term> terms)
    {
        Energy? energy = null;
        Money? cost = null;
        if (decode is { Value: > 0 } speed)
        {
            // A whole machine's figure is one at the wall.
            var wall = rig.Machine is { Power: not null } ? draw.Generating : draw.Generating / Math.Max(0.5, calibration.Efficiency.GetValueOrDefault(rig.Psu?.Efficiency ?? PsuEfficiency.Gold, 0.9));
            energy = Energy.FromJoules(wall * 1e6 / speed.Value);
            var price = quest.ElectricityPrice ?? calibration.ElectricityPrice;
            cost = Money.FromUsd((decimal)Math.Min(1e12, energy.Value.KilowattHours) * price.Amount);
        }

        return new PowerForecast
        {
            Rated = Watts.FromValue(draw.Rated),
            Peak = Watts.FromValue(draw.Peak),
            Generating = Watts.FromValue(draw.Generating),
            RecommendedPsu = rig.Machine is { IsOpen: false } ? null : Recommended(calibration, rig, draw.Rated, draw.Peak),
            PsuLoad = rig.Psu is { Power.Value: > 0 } psu ? draw.Rated / psu.Power.Value : null,
            PerMillionTokens = energy,
            CostPerMillionTokens = cost,
            Basis = basis,
            Terms = terms,
        };
    }

    private static Watts Recommended(PowerCalibration calibration, Rig rig, double rated, double peak)
    {
        var excursion = rig.Psu is { AtxVersion: < 3.0 } ? calibration.Atx2Excursion : calibration.Atx3Excursion;
        var wanted = Math.Max(rated * calibration.Headroom, peak / excursion);
        foreach (var size in calibration.Sizes)
            if (size.Value >= wanted) return size;
        return Watts.FromValue(Math.Ceiling(wanted / 100) * 100);
    }

    private static double Generating(PowerCalibration calibration, Rig rig, Quest quest, Assignment? assignment, ImmutableArray<Term>.Builder terms)
    {
        var sum = 0.0;
        var used = assignment is { UsesGpu: true } ? Enumerable.Range(0, rig.Gpus.Length).Count(assignment.Uses) : 0;
        if (rig.Machine is { Power: { } box } machine)
        {
            var share = assignment is { UsesGpu: true } && rig.Gpus.Any(g => g.Included) ? calibration.GpuGenerating : assignment is { Mode: PlacementMode.CpuOnly or PlacementMode.Partial } ? calibration.CpuGenerating : calibration.CpuBeside;
            Add(terms, $"{machine.Name} while generating", box.Value * share, Basis.Guess, "share of the most that it draws, as of a card or processor that generates");
            sum += box.Value * share;
        }

        for (var i = 0; i < rig.Gpus.Length; i++)
        {
            if (rig.Machine?.Power is not null && rig.Gpus[i].Included) continue;
            // In a layer split the cards take turns, in others they work together; beside CPU layers they wait about half of the time.
            var busy = used > 0 && assignment!.Uses(i) ? assignment.IsSideBySide ? 1.0 : 1.0 / used : 0;
            if (assignment?.Mode == PlacementMode.Partial) busy /= 2;
            // A limit caps what the card would draw; it takes no more idling.
            var own = rig.Gpus[i].BoardPower?.Value ?? calibration.AssumedGpu.Value;
            var idle = own * calibration.GpuIdle;
            var draw = idle + (busy * (Math.Min(own * calibration.GpuGenerating, Board(calibration, rig, quest, i)) - idle));
            Add(terms, $"{rig.Gpus[i].Name} while generating", draw, Basis.Guess, $"busy {busy:P0} of the time; busy: {Source(calibration, "gpu_generating")}; idle: {Source(calibration, "gpu_idle")}");
            sum += draw;
        }

        // One limit holds for the package of processor and GPU.
        if (rig.Gpus.Any(g => InPackage(rig, g)) && used > 0) return sum;
        if (rig.Cpu is not { } cpu || (rig.Machine?.Power is not null && cpu.Included)) return sum;
        var works = assignment is { Mode: PlacementMode.CpuOnly or PlacementMode.Partial };
        var beside = Limit(calibration, cpu) * Math.Max(1, rig.Sockets) * (works ? calibration.CpuGenerating : calibration.CpuBeside);
        Add(terms, $"{cpu.Name} while generating", beside, Basis.Guess, Source(calibration, works ? "cpu_generating" : "cpu_beside"));
        return sum + beside;
    }

    private static bool InPackage(Rig rig, Gpu gpu) => gpu.Segment == GpuSegment.Integrated && rig.Cpu is not null;

    private static double Rest(PowerCalibration calibration, Rig rig)
    {
        var modules = 0;
        foreach (var kit in rig.Memory) modules += kit.Modules;
        var board = rig.Motherboard is null && rig.Cpu is null && rig.Gpus.IsEmpty ? 0 : calibration.Board.Value;
        return board + (modules * calibration.Module.Value) + (rig.Ssds.Length * calibration.Drive.Value);
    }

    private static string Source(PowerCalibration calibration, string key) => calibration.Sources.GetValueOrDefault(key, "catalog/calibration.yaml");

    private static double Board(PowerCalibration calibration, Rig rig, Quest quest, int card) =>
        LimitOf(rig, quest, card)?.Value ?? rig.Gpus[card].BoardPower?.Value ?? calibration.AssumedGpu.Value;

    private static Watts? LimitOf(Rig rig, Quest quest, int card) => rig.Gpus[card].PowerLimit ?? quest.Launch.PowerLimit(card);

    private static double Limit(PowerCalibration calibration, Cpu cpu) =>
        Math.Max(cpu.TurboPower?.Value ?? 0, cpu.Tdp?.Value ?? 0) is > 0 and var limit ? limit : calibration.AssumedCpu.Value;

    private static void Add(ImmutableArray<Term>.Builder terms, string name, double watts, Basis basis, string source) =>
        terms.Add(new Term(name, Watts.FromValue(watts).ToQuantity(), basis, source));
}
