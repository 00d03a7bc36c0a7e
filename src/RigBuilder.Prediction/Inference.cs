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
internal sealed class Inference
{
    // What llama-bench's tg128 generates, from an empty context.
    private const int BenchTokens = 128;
    private const double ClearlyFaster = 1.1;
    private readonly Calibration _calibration;
    private readonly Rig _rig;
    private readonly Quest _quest;
    private readonly ModelProfile _profile;
    private readonly SystemMemory? _memory;
    private readonly BackendChoice _backend;
    private readonly double? _hostRoom;
    private readonly ImmutableArray<string>.Builder _assumptions = ImmutableArray.CreateBuilder<string>();

    public Inference(Calibration calibration, Rig rig, Quest quest, ModelProfile profile, SystemMemory? memory)
    {
        (_calibration, _rig, _quest, _profile, _memory) = (calibration, rig, quest, profile, memory);
        _backend = BackendChoice.Of(rig, quest);
        _hostRoom = HostRoom.Of(calibration.Memory, rig, memory);
    }

    /// <summary>The whole forecast.</summary>
    public Forecast Predict()
    {
        var cache = new KvCache(_quest, _profile.Model.Shape, _quest.Context);
        var assignment = WithoutIdleCards(cache, Placer(cache).Place());
        var budgets = Budgets(cache, assignment.Mode == PlacementMode.SingleGpu ? 1 : _rig.Gpus.Length);
        var plan = new MemoryPlan(_calibration.Memory, _rig, _quest, _profile, cache, assignment, budgets, _hostRoom);
        Assume(assignment);
        var runs = assignment.Mode != PlacementMode.DoesNotFit;
        var question = runs ? Question(cache, assignment) : null;
        var start = Math.Min(BenchTokens, _quest.Context) / 2.0;
        var decode = question is null ? null : DecodeSpeed.At(question, start);
        return new Forecast
        {
            Memory = plan.Forecast(),
            Placement = Placement(assignment, plan),
            SystemMemory = _memory,
            Decode = decode,
            DecodeAtFullContext = question is null ? null : DecodeSpeed.At(question, Math.Max(start, _quest.Context - start)),
            DecodeAllUsers = question is null || _quest.Users == 1 ? null : ServingSpeed.At(question, start),
            Prompt = question is null ? null : PromptSpeed.Bench(question),
            FirstToken = question is null ? null : PromptSpeed.FirstToken(question, Math.Max(1, _quest.Context / 2)),
            Load = runs ? Load(assignment) : null,
            Power = Systems.PowerDraw.Of(_calibration.Power, _rig, _quest, assignment, decode?.Value),
            Price = Systems.Prices.Of(_rig, decode?.Value),
            Assumptions = _assumptions.ToImmutable(),
        };
    }

    /// <summary>
    /// llama.cpp deals layers to every card. Where one card alone holds everything and is clearly faster (small models, slow
    /// second cards), a user would keep the others out of it.
    /// </summary>
    private Assignment WithoutIdleCards(KvCache cache, Assignment dealt)
    {
        if (dealt.Mode != PlacementMode.MultiGpu) return dealt;
        var needed = _profile.DenseTotal + _profile.ExpertTotal + _profile.Output + cache.Total();
        var budgets = Budgets(cache, 1);
        var (best, speed) = (dealt, DecodeSpeed.At(Question(cache, dealt), 0).Value.Value * ClearlyFaster);
        for (var i = 0; i < budgets.Length; i++)
        {
            if (needed > budgets[i].Free) continue;
            var counts = new int[budgets.Length];
            counts[i] = _profile.Layers;
            var alone = new Assignment(PlacementMode.SingleGpu, counts, 0, 0);
            var value = DecodeSpeed.At(Question(cache, alone), 0).Value.Value;
            if (value > speed) (best, speed) = (alone, value);
        }

        return best;
    }

    private Placer Placer(KvCache cache) =>
        new(_profile, cache, _quest.RunsOn, Budgets(cache, _rig.Gpus.Length), _hostRoom, ComputeBuffer.Of(_profile.Model.Shape, _quest, cache.Cells));

    private Budget[] Budgets(KvCache cache, int sharing)
    {
        var compute = ComputeBuffer.OfGpu(_profile.Model.Shape, _quest, cache.Cells, sharing);
        var overhead = (double)MemoryPlan.Overhead(_calibration.Memory, _backend.Name).Count;
        var budgets = new Budget[_rig.Gpus.Length];
        for (var i = 0; i < budgets.Length; i++)
            budgets[i] = new Budget(MemoryPlan.UsableVram(_calibration.Memory, _rig.Gpus[i]).Count, overhead, compute);
        return budgets;
    }

    private SpeedQuestion Question(KvCache cache, Assignment assignment)
    {
        var paces = new GpuPace[_rig.Gpus.Length];
        var links = new PcieLink?[_rig.Gpus.Length];
        for (var i = 0; i < paces.Length; i++)
        {
            paces[i] = new GpuPace(_calibration, _rig.Gpus[i], _backend.Name, _profile, _quest.FlashAttention);
            links[i] = Systems.HostLinks.OfGpu(_rig, i);
        }

        return new SpeedQuestion
        {
            Calibration = _calibration,
            Profile = _profile,
            Quest = _quest,
            Cache = cache,
            Assignment = assignment,
            Gpus = paces,
            Cpu = new CpuPace(_calibration.Cpu, _rig.Cpu, _memory, _profile),
            Links = links,
        };
    }

    private Placement Placement(Assignment assignment, MemoryPlan plan)
    {
        var output = assignment.UsesGpu ? 1 : 0;
        var gpuLayers = assignment.UsesGpu ? _profile.Layers - assignment.FirstGpuLayer + output : 0;
        var experts = assignment.UsesGpu && _profile.ExpertLayers > 0 ? Math.Min(assignment.ExpertsFrom, _profile.Layers) : 0;
        ImmutableArray<int> split = [];
        int? alone = assignment.Mode == PlacementMode.SingleGpu && _rig.Gpus.Length > 1 ? assignment.OutputGpu : null;
        if (assignment.UsesGpu && _rig.Gpus.Length > 1 && alone is null)
        {
            var counts = (int[])assignment.LayersPerGpu.Clone();
            counts[assignment.OutputGpu] += output;
            split = ImmutableArray.Create(counts);
        }

        return new Placement
        {
            Mode = assignment.Mode,
            GpuLayers = gpuLayers,
            TotalLayers = _profile.Layers + 1,
            CpuExpertLayers = experts,
            TensorSplit = split,
            Backend = assignment.UsesGpu ? _backend.Name : "cpu",
            Launch = LaunchLine.Of(_quest, gpuLayers, split, experts, alone),
            LargestContext = LargestContext(assignment.Mode),
            Shortfall = assignment.Mode == PlacementMode.DoesNotFit ? plan.Shortfall() : null,
        };
    }

    private int? LargestContext(PlacementMode mode)
    {
        if (mode == PlacementMode.DoesNotFit) return null;
        const int step = 256;
        var most = Math.Max(_profile.Model.TrainedContext, _quest.Context);
        if (Fits(most, mode)) return most;
        int low = Math.Max(1, _quest.Context / step), high = Math.Max(low, most / step);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Fits(middle * step, mode)) low = middle;
            else high = middle - 1;
        }

        return Math.Max(_quest.Context, low * step);
    }

    private bool Fits(int context, PlacementMode mode)
    {
        var placer = Placer(new KvCache(_quest, _profile.Model.Shape, context));
        return mode is PlacementMode.SingleGpu or PlacementMode.MultiGpu ? placer.FitsOnGpus() : placer.Place().Mode == mode;
    }

    private Estimate<Duration>? Load(Assignment assignment)
    {
        if (_rig.Ssds.IsDefaultOrEmpty) return null;
        var drive = _rig.Ssds[0];
        var gpuBytes = 0.0;
        if (assignment.UsesGpu)
            for (var layer = 0; layer < _profile.Layers; layer++) gpuBytes += assignment.OnGpu(_profile, layer);
        var link = assignment.UsesGpu ? Systems.HostLinks.OfGpu(_rig, Math.Max(0, assignment.OutputGpu)) : null;
        return Systems.LoadTime.Of(_calibration.Load, drive, Systems.HostLinks.OfDrive(_rig, drive), link, _profile.Weights, gpuBytes);
    }

    private void Assume(Assignment assignment)
    {
        if (Systems.SystemMemories.Overclock(_rig, _memory) is { } overclock) _assumptions.Add(overclock);
        if (assignment.UsesGpu && _backend.Note is { } note) _assumptions.Add(note);
        if (_quest.Context > _profile.Model.TrainedContext)
            _assumptions.Add($"{_profile.Model.Name} was trained for {_profile.Model.TrainedContext} tokens; longer contexts need rope scaling and cost quality");
        if (!_quest.FlashAttention && _quest.ValueType != KvType.F16)
            _assumptions.Add("a quantised value cache needs flash attention; values are counted in 16 bits");
        if (_quest.RunsOn == RunsOn.Gpu && _rig.Gpus.IsEmpty) _assumptions.Add("no GPU is equipped: CPU assumed");
        if (_memory is null && assignment.Mode is (PlacementMode.Partial or PlacementMode.CpuOnly))
            _assumptions.Add("no RAM is equipped: enough of it is assumed, as fast as the CPU officially takes or, without CPU, dual-channel");
        if (!_profile.Exact) _assumptions.Add($"the tensors of {_profile.Model.Architecture} are approximated; sizes rest on the parameter count");
    }
}
