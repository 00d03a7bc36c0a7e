using System.Globalization;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Settings;

/// <summary>Settings that contradict one another, the model or the cards: each in one sentence that names the setting first.</summary>
public static class Contradictions
{
    /// <summary>Cards take no less than this share of their board power where their own least is not known.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Boards of one chip allow up to this share of its board power.</summary>
    private const double MostShare = 1.5;

    private const long MostTokens = 1_000_000_000;

    /// <summary>Everything that contradicts; empty when nothing does.</summary>
    public static IEnumerable<string> Of(Rig rig, Quest quest)
    {
        var launch = quest.Launch;
        foreach (var problem in Memory(quest)) yield return problem;
        if (launch is { CpuExpertLayers: > 0 } && quest.Model is { Shape.Experts: null } dense)
            yield return $"ncmoe: {dense.Name} is a dense model without experts; leave it out, or use ngl to keep layers in system memory";
        if (quest.RunsOn == RunsOn.Cpu && launch.GpuLayers > 0 && !rig.Gpus.IsEmpty)
            yield return $"ngl: {launch.GpuLayers} layers on the cards contradict running on the CPU alone (runs_on cpu, backend cpu)";
        if (quest.RunsOn == RunsOn.Gpu && launch.CpuExpertLayers > 0)
            yield return "ncmoe: experts in system memory contradict running wholly on the cards (runs_on gpu)";
        if (launch.Depth > quest.Context) yield return string.Create(CultureInfo.InvariantCulture, $"depth: {launch.Depth} tokens lie beyond the context of {quest.Context}");
        foreach (var problem in Cards(rig, launch)) yield return problem;
        foreach (var problem in Power(rig, launch)) yield return problem;
    }

    private static IEnumerable<string> Memory(Quest quest)
    {
        if ((long)quest.Context * quest.Users > MostTokens)
            yield return string.Create(CultureInfo.InvariantCulture, $"context: {quest.Context} tokens for {quest.Users} users are too many; all contexts together may have {MostTokens:#,0}");
        if (quest.Launch.Speculation is { Kind: SpeculationKind.Draft } && quest is { Model: { } model, DraftModel: { } draft } && draft.Parameters >= model.Parameters)
            yield return $"spec: the draft model {draft.Name} is no smaller than {model.Name}, so drafting gains nothing; choose a much smaller one";
    }

    private static IEnumerable<string> Cards(Rig rig, LaunchSettings launch)
    {
        var cards = rig.Gpus.Length;
        if (!launch.TensorSplit.IsEmpty && launch.TensorSplit.Sum() <= 0) yield return "tensor_split: all shares are 0; give at least one card a share";
        if (launch.Split == SplitMode.None && !launch.TensorSplit.IsEmpty) yield return "tensor_split: shares contradict split_mode none, which uses one card; give main_gpu instead";
        if (cards == 0) yield break;
        if (launch.TensorSplit.Count > cards) yield return $"tensor_split: {launch.TensorSplit.Count} shares for {Count(cards)}";
        if (launch.MainGpu >= cards) yield return $"main_gpu: card {launch.MainGpu} of {Count(cards)}; cards are counted from 0";
        if (launch.VramInUse.Count > cards) yield return $"vram: {launch.VramInUse.Count} sizes for {Count(cards)}";
        if (launch.VramLimit is { } limit && rig.Gpus.FirstOrDefault(g => g.Share is { } share && limit > share.Pool) is { } shared)
            yield return $"vram_limit: {limit} is more than the {shared.Share!.Pool} of memory that {shared.Name} shares";
        for (var card = 0; card < cards; card++)
            if (launch.HeldOn(card) is { } held && held > rig.Gpus[card].Vram)
                yield return $"vram: {held} in use are more than the {rig.Gpus[card].Vram} of {rig.Gpus[card].Name}";
    }

    private static IEnumerable<string> Power(Rig rig, LaunchSettings launch)
    {
        var cards = rig.Gpus.Length;
        if (cards > 0 && launch.PowerLimits.Count > 1 && launch.PowerLimits.Count != cards)
            yield return $"power_limit: {launch.PowerLimits.Count} limits for {Count(cards)}; write one for all, or one for each";
        var told = new HashSet<(string, double)>();
        for (var card = 0; card < cards; card++)
        {
            var gpu = rig.Gpus[card];
            if ((gpu.PowerLimit ?? launch.PowerLimit(card)) is not { } limit || !told.Add((gpu.Id, limit.Value))) continue;
            if (gpu.LeastPowerLimit is { } least && limit < least) yield return $"power_limit: {gpu.Name} takes no less than {least}, not {limit}";
            else if (gpu.BoardPower is { Value: > 0 } board && gpu.LeastPowerLimit is null && limit / board < LeastShare)
                yield return $"power_limit: {limit} is less than a fifth of the {board} of {gpu.Name}; drivers take no such limit";
            else if (gpu.BoardPower is { Value: > 0 } own && limit / own > MostShare)
                yield return $"power_limit: {limit} is more than any board of {gpu.Name} ({own}) takes";
        }
    }

    private static string Count(int cards) => cards == 1 ? "one card" : $"{cards} cards";
}
