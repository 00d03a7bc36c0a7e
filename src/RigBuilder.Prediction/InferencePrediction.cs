using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Placing;
using RigBuilder.Prediction.Profiles;
using RigBuilder.Prediction.Speed;

namespace RigBuilder.Prediction;

/// <summary>One prediction of inference: memory, placement and speed of a model on a rig.</summary>
internal sealed class InferencePrediction
{
    // What llama-bench's tg128 generates, from an empty context.
    private const int BenchTokens = 128;
    private readonly Calibration _calibration;
    private readonly Rig _rig;
    private readonly Quest _quest;
    private readonly ModelProfile _profile;
    private readonly SystemMemory? _memory;
    private readonly BackendChoice _backend;
    private readonly ImmutableArray<BackendChoice> _others;
    private readonly double? _hostRoom;
    private readonly ImmutableArray<ImmutableArray<int>> _cardSets;
    private readonly MeasuredCpu? _measured;
    private readonly TensorMoves? _moves;
    private readonly SpeculationMemory _beside;
    private PcieLink?[]? _links;
    private readonly ImmutableArray<string>.Builder _assumptions = ImmutableArray.CreateBuilder<string>();

    public InferencePrediction(Calibration calibration, Rig rig, Quest quest, ModelProfiles profiles, SystemMemory? memory)
    {
        _measured = calibration.Measured?.Of(rig);
        // A processor that the catalog does not know is equipped all the same where it was measured.
        if (_measured is not null) rig = rig with { Cpu = _measured.Cpu };
        (_calibration, _rig, _quest, _profile, _memory) = (calibration, rig, quest, profiles.Of(quest.Model!, quest.Quant!), memory);
        var choices = BackendChoice.All(rig, quest);
        _backend = choices[0];
        _hostRoom = HostRoom.Of(calibration.Memory, rig, memory, quest.Launch.RamInUse);
        _cardSets = CardSets.Of(rig.Gpus, quest.Launch);
        _moves = TensorMoves.Of(quest.Launch.Overrides, _profile, rig.Gpus.Length);
        _beside = SpeculationMemory.Of(quest, _profile, new KvCache(quest, quest.Model!.Shape, quest.Context), profiles);
        if (choices.Length > 1) _backend = Fastest(choices);
        _others = choices.Remove(_backend);
    }

    /// <summary>
    /// The backend on which the cards generate fastest, of those whose speed is known best: as if the first one held the whole model, so that
    /// memory and context, which decide what else is in the way, do not decide it.
    /// </summary>
    private BackendChoice Fastest(ImmutableArray<BackendChoice> choices)
    {
        var counts = new int[_rig.Gpus.Length];
        counts[0] = _profile.Layers;
        var whole = new Assignment(PlacementMode.SingleGpu, counts, 0, 0);
        var cache = new KvCache(_quest, _profile.Model.Shape, BenchTokens);
        var speeds = choices.Select(c => (Choice: c, Speed: DecodeSpeed.At(Question(cache, whole, c.Name), BenchTokens / 2.0))).ToArray();
        var known = speeds.Min(s => s.Speed.Basis);
        return speeds.Where(s => s.Speed.Basis == known).MaxBy(s => s.Speed.Value).Choice;
    }

    // Tokens in the context, on average over the benchmark's run.
    private double Start => Math.Min(BenchTokens, _quest.Context) / 2.0;

    /// <summary>The whole forecast.</summary>
    public Forecast Predict()
    {
        var cache = new KvCache(_quest, _profile.Model.Shape, _quest.Context);
        var assignment = Place(cache);
        var plan = new MemoryPlan(_calibration.Memory, _rig, _quest, _profile, cache, assignment, Budgets(cache), _hostRoom, _beside);
        Assume(cache, assignment);
        var runs = assignment.Mode != PlacementMode.DoesNotFit;
        var question = runs ? Question(cache, assignment) : null;
        var decode = question is null ? null : DecodeSpeed.At(question, Start);
        return new Forecast
        {
            Memory = plan.Forecast(),
            Placement = Placement(assignment, plan),
            SystemMemory = _memory,
            Decode = decode,
            DecodeAtFullContext = question is null ? null : DecodeSpeed.At(question, Math.Max(Start, _quest.Context - Start)),
            DecodeAtDepth = question is null || _quest.Launch.Depth is not { } depth ? null : DecodeSpeed.At(question, depth + Start),
            DecodeAllUsers = question is null || _quest.Users == 1 ? null : ServingSpeed.At(question, Start),
            Prompt = question is null ? null : PromptSpeed.Bench(question),
            FirstToken = question is null ? null : PromptSpeed.FirstToken(question, Math.Max(1, _quest.Context / 2)),
            Load = runs ? Load(assignment) : null,
            Power = Systems.PowerDraw.Of(_calibration, _rig, _quest, assignment, decode?.Value),
            Price = Systems.Prices.Of(_rig, decode?.Value),
            Assumptions = _assumptions.ToImmutable(),
        };
    }

    /// <summary>
    /// The best placement over the sets of cards: wholly on GPUs before partly, partly before none. Of several that hold
    /// everything that one which generates fastest; of several that hold a part the first, all cards together.
    /// </summary>
    private Assignment Place(KvCache cache)
    {
        Assignment? best = null;
        double? speed = null;
        foreach (var cards in _cardSets)
        {
            var placed = Placer(cache, cards).Place().On(cards, _rig.Gpus.Length);
            if (best is null || placed.Rank < best.Rank) (best, speed) = (placed, null);
            else if (placed.Rank == 0 && best.Rank == 0 && Pace(cache, placed) is var now && now > (speed ??= Pace(cache, best))) (best, speed) = (placed, now);
        }

        return best!;
    }

    private PcieLink?[] Links => _links ??= Systems.HostLinks.OfGpus(_rig);

    private double Pace(KvCache cache, Assignment assignment) => DecodeSpeed.At(Question(cache, assignment), Start).Value.Value;

    private Placer Placer(KvCache cache, ImmutableArray<int> cards)
    {
        var budgets = Budgets(cache);
        return new(
            _profile, cache, _quest.RunsOn, [.. cards.Select(i => budgets[i])], _hostRoom, ComputeBuffer.Of(_profile.Model, _quest, cache, _rig.Gpus.Length + 1),
            _quest.Launch, _moves, _beside.Total);
    }

    private Budget[] Budgets(KvCache cache)
    {
        var compute = ComputeBuffer.Of(_profile.Model, _quest, cache, _rig.Gpus.Length + 1);
        var overhead = (double)MemoryPlan.Overhead(_calibration.Memory, _backend.Name).Count;
        var budgets = new Budget[_rig.Gpus.Length];
        for (var i = 0; i < budgets.Length; i++)
            budgets[i] = new Budget(
                MemoryPlan.UsableVram(_calibration.Memory, _rig.Gpus[i], _quest.Launch, i).Count, overhead, compute, MemoryPlan.PhysicalVram(_rig.Gpus[i], _quest.Launch, i), _rig.Gpus[i].Share is not null);
        return budgets;
    }

    private SpeedQuestion Question(KvCache cache, Assignment assignment) => Question(cache, assignment, _backend.Name);

    private SpeedQuestion Question(KvCache cache, Assignment assignment, string backend)
    {
        var paces = new GpuPace[_rig.Gpus.Length];
        for (var i = 0; i < paces.Length; i++)
            paces[i] = new GpuPace(_calibration, _rig.Gpus[i], backend, _profile, _quest.FlashAttention, _calibration.Measured?.Of(_rig.Gpus[i], backend), _rig.Gpus[i].PowerLimit ?? _quest.Launch.PowerLimit(i));
        return new SpeedQuestion
        {
            Calibration = _calibration,
            Profile = _profile,
            Quest = _quest,
            Cache = cache,
            Assignment = assignment,
            Gpus = paces,
            Cpu = new CpuPace(_calibration.Cpu, _rig.Cpu, _memory, _profile, _measured, _rig.Sockets)
                .With(_calibration.Launch, _quest.Launch.Threads, _rig.Cpu, _rig.Cpu?.Cores ?? _calibration.Cpu.AssumedCores, _rig.Sockets),
            Backend = backend,
            Links = Links,
        };
    }

    private Placement Placement(Assignment assignment, MemoryPlan plan)
    {
        var output = assignment.OutputGpu >= 0 ? 1 : 0;
        var gpuLayers = assignment.UsesGpu ? _profile.Layers - assignment.FirstGpuLayer + output : 0;
        var hosted = _quest.Launch.CpuExpertLayers ?? (assignment.ExpertsFrom > assignment.FirstGpuLayer ? assignment.ExpertsFrom : 0);
        var experts = assignment.UsesGpu && _profile.ExpertLayers > 0 ? Math.Min(hosted, _profile.Layers) : 0;
        ImmutableArray<int> split = [];
        int? alone = assignment is { UsesGpu: true, Cards: 1 } && _rig.Gpus.Length > 1 ? assignment.OutputGpu : null;
        if (assignment.IsSideBySide) split = [.. assignment.Shares.Select(s => (int)Math.Round(s * 100))];
        else if (assignment.Cards > 1)
        {
            var counts = (int[])assignment.LayersPerGpu.Clone();
            if (output > 0) counts[assignment.OutputGpu] += output;
            split = ImmutableArray.Create(counts);
        }

        return new Placement
        {
            Mode = assignment.Mode,
            GpuLayers = gpuLayers,
            TotalLayers = _profile.Layers + 1,
            CpuExpertLayers = experts,
            TensorSplit = split,
            Split = split.IsEmpty ? null : assignment.Split,
            Backend = assignment.UsesGpu ? _backend.Name : "cpu",
            Launch = LaunchLine.Of(_quest, gpuLayers, split, experts, alone),
            LargestContext = LargestContext(assignment),
            Shortfall = assignment.Mode == PlacementMode.DoesNotFit ? plan.Shortfall() : null,
        };
    }

    private int? LargestContext(Assignment assignment)
    {
        if (assignment.Mode == PlacementMode.DoesNotFit) return null;
        const int step = 256;
        var most = Math.Max(_profile.Model.TrainedContext, _quest.Context);
        if (Fits(most, assignment.Rank)) return most;
        int low = Math.Max(1, _quest.Context / step), high = Math.Max(low, most / step);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Fits(middle * step, assignment.Rank)) low = middle;
            else high = middle - 1;
        }

        return Math.Max(_quest.Context, low * step);
    }

    private bool Fits(int context, int rank)
    {
        var cache = new KvCache(_quest, _profile.Model.Shape, context);
        foreach (var cards in _cardSets)
            if (Placer(cache, cards).Place().Rank <= rank) return true;
        return false;
    }

    private Estimate<Duration>? Load(Assignment assignment)
    {
        if (_rig.Ssds.IsDefaultOrEmpty) return null;
        var drive = _rig.Ssds[0];
        var gpuBytes = assignment.OutputGpu >= 0 ? _profile.Output : 0;
        if (assignment.UsesGpu)
            for (var layer = 0; layer < _profile.Layers; layer++) gpuBytes += assignment.OnGpus(_profile, layer);
        var link = assignment.UsesGpu ? Links[Math.Max(0, assignment.OutputGpu)] : null;
        return Systems.LoadTime.Of(_calibration.Load, drive, Systems.HostLinks.OfFirstDrive(_rig), link, _profile.Weights, gpuBytes);
    }

    private string Beside(KvCache cache, Assignment assignment, BackendChoice other)
    {
        var decode = DecodeSpeed.At(Question(cache, assignment, other.Name), Start);
        return decode.Basis == Basis.Guess ? $"{decode.Value}, a guess" : $"{decode.Value}";
    }

    private void Assume(KvCache cache, Assignment assignment)
    {
        _assumptions.AddRange(SystemMemories.Notes(_rig, _memory));
        if (assignment.UsesGpu && _backend.Note is { } note) _assumptions.Add(_others.IsEmpty ? note : $"{note}, the fastest that runs on the cards ({string.Join("; ", _others.Select(o => $"{o.Name} {Beside(cache, assignment, o)}"))})");
        if (_quest.Context > _profile.Model.TrainedContext)
            _assumptions.Add($"{_profile.Model.Name} was trained for {_profile.Model.TrainedContext} tokens; longer contexts need rope scaling and cost quality");
        if (!_quest.FlashAttention && Quest.IsQuantised(_quest.ValueType))
            _assumptions.Add("a quantised value cache needs flash attention; values are counted in 16 bits");
        if (_quest.RunsOn == RunsOn.Gpu && _rig.Gpus.IsEmpty) _assumptions.Add("no GPU is equipped: CPU assumed");
        foreach (var gpu in _rig.Gpus.Where(g => g.MemoryIsAssumed).DistinctBy(g => g.Id))
            _assumptions.Add($"the memory that {gpu.Name} shares is not named: {gpu.Vram}, the most that it can be given, is assumed");
        if (_memory is null && assignment.Mode is (PlacementMode.Partial or PlacementMode.CpuOnly))
            _assumptions.Add(_measured is null && _calibration.Cpu.Probed is null
                ? "no RAM is equipped: enough of it is assumed, as fast as the CPU officially takes or, without CPU, dual-channel"
                : "the memory modules are not known: the prediction rests on the bandwidth that was probed, and enough memory is assumed");
        _assumptions.AddRange(Unmeasured.Notes(_calibration.Measured, _rig, assignment, _backend.Name, _memory));
        _assumptions.AddRange(LaunchNotes.Of(_quest, _profile, _rig, assignment, _moves, Budgets(new KvCache(_quest, _profile.Model.Shape, _quest.Context))));
        if (!_profile.Exact) _assumptions.Add($"the tensors of {_profile.Model.Architecture} are approximated; sizes rest on the parameter count");
    }
}
