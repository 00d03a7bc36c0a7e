using System.Collections.Immutable;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// Places a model where the user says; what is left open is planned: as few experts in system memory and as many layers on the cards as
/// fit. A plan that the user fixed wholly is taken even where it fills a card to the last byte, since cards differ in what they hold back.
/// </summary>
/// <param name="profile">The model.</param>
/// <param name="dealer">Deals layers to the cards.</param>
/// <param name="launch">What is fixed.</param>
/// <param name="gpus">Room on each card.</param>
/// <param name="moves">Tensors that patterns send elsewhere.</param>
/// <param name="beside">Bytes that go with the output.</param>
/// <param name="isHosted">Whether system memory holds the rest.</param>
internal sealed class FixedPlacer(ModelProfile profile, Dealer dealer, LaunchSettings launch, Budget[] gpus, TensorMoves? moves, double beside, Func<Assignment, bool> isHosted)
{
    private readonly SplitMode _split = gpus.Length > 1 ? launch.Split ?? SplitMode.Layer : SplitMode.Layer;
    private readonly int _main = Math.Min(launch.MainGpu ?? 0, gpus.Length - 1);

    /// <summary>The assignment; null when it does not fit.</summary>
    public Assignment? Place()
    {
        var layers = profile.Layers;
        int? first = launch.GpuLayers is { } ngl ? Math.Max(0, layers + 1 - ngl) : null;
        int? experts = launch.CpuExpertLayers is { } ncmoe ? Math.Min(ncmoe, layers) : profile.ExpertLayers == 0 ? 0 : null;
        var placed = (first, experts) switch
        {
            ({ } f, { } e) => Of(f, e),
            ({ } f, null) => Of(f, Placer.Smallest(0, layers, n => Fits(Of(f, n))) ?? 0),
            (null, { } e) => Of(Placer.Smallest(0, layers, n => Fits(Of(n, e))) ?? 0, e),
            _ when Placer.Smallest(0, layers, n => Fits(Of(0, n))) is { } least => Of(0, least),
            _ => Of(Placer.Smallest(0, layers, n => Fits(Of(n, layers))) ?? 0, layers),
        };
        return Holds(placed, g => g.Physical > 0 ? g.Physical : g.Usable) && isHosted(placed) ? placed : null;
    }

    private bool Fits(Assignment assignment) => Holds(assignment, g => g.Usable);

    private Assignment Of(int first, int expertsFrom)
    {
        var layers = profile.Layers;
        expertsFrom = Math.Max(first, expertsFrom);
        if (_split is SplitMode.Row or SplitMode.Tensor) return SideBySide(first, expertsFrom);
        var (counts, output) = Dealt(Math.Min(first, layers), expertsFrom);
        var assignment = new Assignment(PlacementMode.Partial, counts, Math.Min(first, layers), expertsFrom)
        {
            Output = moves?.Output ?? output,
            Moves = moves,
            Split = SplitMode.Layer,
        };
        return assignment with { Mode = ModeOf(assignment) };
    }

    private (int[] Layers, int? Output) Dealt(int first, int expertsFrom)
    {
        if (launch.Split == SplitMode.None || (launch.MainGpu is not null && launch.Split is null && launch.TensorSplit.IsEmpty))
        {
            var alone = new int[gpus.Length];
            alone[_main] = profile.Layers - first;
            return (alone, _main);
        }

        if (!launch.TensorSplit.IsEmpty) return dealer.ByShares(first, Padded());
        if (first < profile.Layers && dealer.Deal(first, expertsFrom) is { } dealt) return (dealt, null);
        return dealer.ByShares(first, dealer.FreeShares());
    }

    private Assignment SideBySide(int first, int expertsFrom)
    {
        var raw = launch.TensorSplit.IsEmpty ? dealer.FreeShares() : Padded();
        var sum = raw.Sum();
        ImmutableArray<double> shares = [.. raw.Select(s => s / sum)];
        var main = shares[_main] > 0 ? _main : shares.IndexOf(shares.Max());
        var assignment = new Assignment(PlacementMode.Partial, [.. shares.Select(s => s > 0 ? profile.Layers - first : 0)], first, expertsFrom)
        {
            Shares = shares,
            Split = _split,
            MainGpu = main,
            Output = moves?.Output ?? main,
            Moves = moves,
        };
        return assignment with { Mode = ModeOf(assignment) };
    }

    private double[] Padded()
    {
        var shares = new double[gpus.Length];
        for (var i = 0; i < shares.Length && i < launch.TensorSplit.Count; i++) shares[i] = launch.TensorSplit[i];
        return shares;
    }

    private PlacementMode ModeOf(Assignment assignment)
    {
        if (assignment.OutputGpu < 0) return PlacementMode.Partial;
        for (var layer = 0; layer < profile.Layers; layer++)
            if (assignment.DenseOn(profile, layer, Assignment.Host) + assignment.ExpertsOn(profile, layer, Assignment.Host) > 0) return PlacementMode.Partial;
        return assignment.Cards > 1 ? PlacementMode.MultiGpu : PlacementMode.SingleGpu;
    }

    private bool Holds(Assignment assignment, Func<Budget, double> room)
    {
        for (var card = 0; card < gpus.Length; card++)
        {
            var bytes = assignment.OutputOn(profile, card) + (assignment.OutputGpu == card ? beside : 0);
            for (var layer = 0; layer < profile.Layers; layer++)
            {
                bytes += assignment.DenseOn(profile, layer, card) + assignment.ExpertsOn(profile, layer, card);
                bytes += dealer.CacheOf(layer) * assignment.CacheShareOn(layer, profile.Layers, card);
            }

            if (bytes > 0 && bytes + gpus[card].Overhead + gpus[card].Compute > room(gpus[card])) return false;
        }

        return true;
    }
}
