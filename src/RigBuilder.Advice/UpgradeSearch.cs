using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Appraising;

namespace RigBuilder.Advice;

/// <summary>
/// Which changes of a rig make its quest faster for the money: another or a further card, two of a kind, more or faster RAM, another processor for the
/// same socket; with the supply, case or cooler that the rules then demand. A change is judged with all loaded rules: it may bring no error that was
/// not there. The speed is predicted for every change; only those that no cheaper one beats are judged and shown.
/// </summary>
public sealed class UpgradeSearch
{
    // Less is within what nobody notices.
    private const double LeastGain = 0.03;

    // Parts that a change may need besides itself.
    private const int MostRepairs = 3;
    private const int Batch = 8;

    private static readonly ImmutableArray<PartKind> Repairable = [PartKind.Psu, PartKind.Case, PartKind.Cooler, PartKind.Motherboard];

    private readonly Appraiser _appraiser;
    private readonly Catalog _catalog;
    private readonly Appraisal _before;
    private readonly ImmutableHashSet<(string, string?)> _errorsBefore;

    /// <summary>A search from a rig.</summary>
    /// <param name="appraiser">Catalog, forecaster and rules.</param>
    /// <param name="build">The rig as it is, with its quest.</param>
    public UpgradeSearch(Appraiser appraiser, Build build)
    {
        (_appraiser, _catalog) = (appraiser, appraiser.Catalog);
        _before = appraiser.Appraise(build);
        _errorsBefore = [.. Errors(_before).Select(Key)];
    }

    /// <summary>The rig as it is.</summary>
    public Appraisal Before => _before;

    /// <summary>How many changes were predicted, and how many of them were judged.</summary>
    public (int Predicted, int Judged) Looked { get; private set; }

    /// <summary>The changes within a budget that nothing cheaper beats in speed, cheapest first.</summary>
    /// <param name="budget">Money that may be spent, net of what is sold; null for any.</param>
    /// <param name="used">Whether parts may be bought used.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ImmutableArray<Upgrade> Within(decimal? budget, bool used, CancellationToken cancellation = default)
    {
        var moves = Moves(used).DistinctBy(Signature).ToArray();
        var predicted = new Upgrade?[moves.Length];
        Parallel.For(0, moves.Length, new ParallelOptions { CancellationToken = cancellation }, i => predicted[i] = Predicted(moves[i]));
        var promising = predicted.OfType<Upgrade>()
            .Where(u => budget is null || u.Net <= budget).OrderBy(u => u.Net).ThenByDescending(u => u.Gain).ToArray();
        var front = new List<Upgrade>();
        var judged = 0;
        foreach (var upgrade in promising)
        {
            cancellation.ThrowIfCancellationRequested();
            if (front.Exists(f => f.Net <= upgrade.Net && f.Gain >= upgrade.Gain)) continue;
            judged++;
            if (Repaired(upgrade, used) is not { } whole || (budget is not null && whole.Net > budget)) continue;
            front.RemoveAll(f => whole.Net <= f.Net && whole.Gain >= f.Gain);
            if (!front.Exists(f => f.Net <= whole.Net && f.Gain >= whole.Gain)) front.Add(whole);
        }

        Looked = (moves.Length, judged);
        return [.. front.OrderBy(u => u.Net)];
    }

    private IEnumerable<Build> Moves(bool used)
    {
        var build = _before.Build;
        var held = build[PartKind.Gpu];
        foreach (var card in Buyable(_catalog.Gpus.Items, used).Where(g => !g.Integrated && g.Segment != GpuSegment.Laptop))
        {
            yield return build.With(PartKind.Gpu, new Selection(card.Id));
            yield return build.With(PartKind.Gpu, new Selection(card.Id, 2));
            if (!held.IsEmpty) yield return build.With(PartKind.Gpu, WithOneMore(held, card.Id));
        }

        foreach (var kit in Buyable(_catalog.Memory.Items, used))
        {
            yield return build.With(PartKind.Memory, new Selection(kit.Id));
            if (build[PartKind.Memory].Any(s => s.PartId == kit.Id)) yield return build.With(PartKind.Memory, WithOneMore(build[PartKind.Memory], kit.Id));
        }

        foreach (var cpu in Buyable(_catalog.Cpus.Items, used).Where(c => c.Socket == _before.Rig.Motherboard?.Socket)) yield return build.With(PartKind.Cpu, new Selection(cpu.Id));
    }

    private Upgrade? Predicted(Build build)
    {
        var forecast = _appraiser.Forecast(build);
        var gain = Speed(forecast) - Speed(_before.Forecast);
        return gain <= Math.Max(0.1, LeastGain * Speed(_before.Forecast)) ? null : Priced(_before with { Build = build, Rig = _catalog.Resolve(build), Forecast = forecast }, gain);
    }

    // The rules' new errors say which slot is wrong; its cheapest part that takes them away stands in. Null when three slots do not do.
    private Upgrade? Repaired(Upgrade upgrade, bool used)
    {
        var appraisal = _appraiser.Appraise(upgrade.After.Build);
        for (var repairs = 0; NewErrors(appraisal) is { Length: > 0 } errors; repairs++)
        {
            if (repairs == MostRepairs) return null;
            var slot = errors.Select(e => e.Slot).OfType<PartKind>().FirstOrDefault(s => Repairable.Contains(s), PartKind.Gpu);
            if (slot == PartKind.Gpu || WithSlot(appraisal, slot, errors.Length, used) is not { } better) return null;
            appraisal = better;
        }

        return Priced(appraisal, upgrade.Gain);
    }

    private Appraisal? WithSlot(Appraisal appraisal, PartKind slot, int errors, bool used)
    {
        Appraisal? best = null;
        foreach (var chunk in Buyable(_catalog.PartsOf(slot), used).OrderBy(p => p.Price!.Amount).ThenBy(p => p.Id, StringComparer.Ordinal).Chunk(Batch))
        {
            foreach (var tried in _appraiser.Appraise([.. chunk.Select(p => appraisal.Build.With(slot, new Selection(p.Id)))]))
            {
                var left = NewErrors(tried).Length;
                if (left == 0) return tried;
                // Another slot must be mended besides.
                if (left < errors && NewErrors(tried).All(e => e.Slot != slot)) best ??= tried;
            }
        }

        return best;
    }

    private Upgrade Priced(Appraisal after, double gain)
    {
        var (bought, given) = (Without(after.Rig.Parts, _before.Rig.Parts), Without(_before.Rig.Parts, after.Rig.Parts));
        var net = bought.Sum(p => p.Price?.Amount.Amount ?? 0) - given.Sum(p => Upgrade.Resale(p)?.Amount ?? 0);
        return new Upgrade(after, bought, given, net, bought.Any(p => p.Price is { IsEstimate: true }), gain);
    }

    // A rig without a graphics card shows on nothing new; a part without any price cannot be weighed.
    private static IEnumerable<T> Buyable<T>(IEnumerable<T> parts, bool used)
        where T : Part =>
        parts.Where(p => p.Price is { } price && (used || price.Condition == PartCondition.New));

    private double Speed(Forecast forecast)
    {
        var speed = forecast.Decode?.Value.Value ?? 0;
        return _before.Quest.TargetSpeed is { } wished ? Math.Min(speed, wished.Value) : speed;
    }

    private ImmutableArray<Finding> NewErrors(Appraisal appraisal) => [.. Errors(appraisal).Where(f => !_errorsBefore.Contains(Key(f)))];

    private static IEnumerable<Finding> Errors(Appraisal appraisal) => appraisal.Verdict.Findings.Where(f => f.Severity == Severity.Error);

    private static (string Rule, string? Subject) Key(Finding finding) => (finding.RuleId, finding.Subject);

    private static ImmutableArray<Selection> WithOneMore(ImmutableArray<Selection> held, string id) =>
        held.Any(s => s.PartId == id) ? [.. held.Select(s => s.PartId == id ? s with { Count = s.Count + 1 } : s)] : [.. held, new Selection(id)];

    private static ImmutableArray<Part> Without(IEnumerable<Part> parts, IEnumerable<Part> others)
    {
        var left = others.Where(p => !p.Included).GroupBy(p => (p.Kind, p.Id)).ToDictionary(g => g.Key, g => g.Count());
        var rest = ImmutableArray.CreateBuilder<Part>();
        foreach (var part in parts.Where(p => !p.Included))
        {
            var key = (part.Kind, part.Id);
            if (left.GetValueOrDefault(key) > 0) left[key]--;
            else rest.Add(part);
        }

        return rest.ToImmutable();
    }

    private static string Signature(Build build) => string.Join('|', build.Slots.Select(s => $"{s.Key}:{string.Join(',', s.Value.Select(v => $"{v.PartId}x{v.Count}"))}"));
}
