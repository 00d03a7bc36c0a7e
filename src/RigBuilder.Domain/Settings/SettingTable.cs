using System.Collections.Frozen;
using System.Collections.Immutable;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Settings;

/// <summary>Every setting, once. Options, batch keys, rig files, schema, documentation and the quest screen read this table.</summary>
public static class SettingTable
{
    private const double MostWatts = 2000;
    private const double MostBytes = 4e15;

    private static readonly SettingFormat<KvType> Kv = SettingFormats.Word(
        [.. ((KvType[])[KvType.F16, KvType.Q8_0, KvType.Q4_0, KvType.F32, KvType.Bf16, KvType.Q5_1, KvType.Q5_0, KvType.Q4_1, KvType.Iq4_Nl]).Select(t => (t.ToString().ToLowerInvariant(), t))]);

    /// <summary>All settings in the order of the documentation.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Needed("context", SettingFormats.Tokens(1, Quest.LongestContext), "Context length in tokens per user (llama.cpp's -c is this times the users).", q => q.Context, (q, v) => q with { Context = v },
            ["--context", "-c", "--ctx-size"], ["context", "ctx_size"], "8192", SettingPlace.Quest),
        Needed("users", SettingFormats.Whole(1, Quest.MostUsers), "Users served at the same time, each with a context of their own (-np).", q => q.Users, (q, v) => q with { Users = v },
            ["--users", "-np", "--parallel"], ["users", "np", "parallel"], "1", SettingPlace.Quest),
        Needed("kv", Kv, "Type of the KV cache, keys and values alike.", q => q.KeyType, (q, v) => q with { KeyType = v, ValueType = v },
            ["--kv"], ["kv"], "q8_0", SettingPlace.Quest),
        Needed("ctk", Kv, "Type of the keys in the cache.", q => q.KeyType, (q, v) => q with { KeyType = v },
            ["-ctk", "--cache-type-k"], ["ctk", "cache_type_k", "key_type"], "q8_0"),
        Needed("ctv", Kv, "Type of the values in the cache; a quantised one needs flash attention.", q => q.ValueType, (q, v) => q with { ValueType = v },
            ["-ctv", "--cache-type-v"], ["ctv", "cache_type_v", "value_type"], "q8_0"),
        Needed("flash_attention", SettingFormats.Switch, "Flash attention.", q => q.FlashAttention, (q, v) => q with { FlashAttention = v },
            ["--flash-attention", "-fa", "--flash-attn"], ["flash_attention", "fa", "flash_attn"], "on"),
        Needed("ub", SettingFormats.Whole(1, Quest.LargestBatch), "Physical batch.", q => q.MicroBatch, (q, v) => q with { MicroBatch = v },
            ["--ubatch", "-ub", "--ubatch-size"], ["ubatch", "ub", "ubatch_size", "micro_batch"], "512"),
        Fixed("b", SettingFormats.Whole(1, Quest.LargestBatch), "Logical batch; the physical one is no larger.", l => l.Batch, (l, v) => l with { Batch = v },
            ["-b", "--batch-size"], ["b", "batch_size"], "2048", "2048"),
        Fixed("ngl", SettingFormats.Whole(0, LaunchSettings.AllLayers, ("all", LaunchSettings.AllLayers)), "Layers on the cards, counted from the last; the output layer is one more.", l => l.GpuLayers,
            (l, v) => l with { GpuLayers = v }, ["-ngl", "--gpu-layers", "--n-gpu-layers"], ["ngl", "gpu_layers", "n_gpu_layers"], "99"),
        Fixed("ncmoe", SettingFormats.Whole(0, LaunchSettings.AllLayers, ("all", LaunchSettings.AllLayers)), "Leading layers whose routed experts stay in system memory; all is llama.cpp's -cmoe.",
            l => l.CpuExpertLayers, (l, v) => l with { CpuExpertLayers = v }, ["-ncmoe", "--n-cpu-moe"], ["ncmoe", "n_cpu_moe"], "28"),
        new TypedSetting<bool>("cmoe", SettingFormats.Switch, "All routed experts in system memory: ncmoe all.", _ => default,
            (q, on) => on ? q with { Launch = q.Launch with { CpuExpertLayers = LaunchSettings.AllLayers } } : q, q => q)
        {
            Flags = ["-cmoe", "--cpu-moe"], BatchKeys = [new("cmoe"), new("cpu_moe")], Example = "on", Default = "off",
        },
        Listed("ot", OverrideText.Format, "Tensors whose name a pattern matches go to a device; the first pattern that matches counts.", l => l.Overrides, (l, v) => l with { Overrides = v },
            ["-ot", "--override-tensor"], ["ot", "override_tensor"], "exps=CPU", "none"),
        Fixed("split_mode", SettingFormats.Word(("layer", SplitMode.Layer), ("row", SplitMode.Row), ("tensor", SplitMode.Tensor), ("none", SplitMode.None)),
            "How several cards share a model: layer by layer in turns, by rows of matrices, or every tensor side by side.", l => l.Split, (l, v) => l with { Split = v },
            ["-sm", "--split-mode"], ["split_mode", "sm"], "layer"),
        Listed("tensor_split", SettingFormats.Several(SettingFormats.Share, LaunchSettings.MostGpus), "Shares of the cards, in their order.", l => l.TensorSplit, (l, v) => l with { TensorSplit = v },
            ["-ts", "--tensor-split"], ["ts", "tensor_split"], "3,1"),
        Fixed("main_gpu", SettingFormats.Whole(0, LaunchSettings.MostGpus - 1), "The card used alone (split_mode none) or for what is not split (row), counted from 0.", l => l.MainGpu,
            (l, v) => l with { MainGpu = v }, ["-mg", "--main-gpu"], ["mg", "main_gpu"], "0"),
        Fixed("threads", SettingFormats.Whole(1, 4096), "Threads of the CPU.", l => l.Threads, (l, v) => l with { Threads = v },
            ["-t", "--threads"], ["t", "threads"], "12", "one per core"),
        new TypedSetting<Speculation?>("spec", SpeculationText.Format, "Speculative decoding: the model's own MTP layers or a draft model, with the tokens drafted in a step.",
            q => (q.Launch.Speculation is not null, q.Launch.Speculation), (q, v) => q with { Launch = q.Launch with { Speculation = v } }, q => q with { Launch = q.Launch with { Speculation = null } })
        {
            Flags = ["--spec"], BatchKeys = [new("spec")], Example = "mtp n-max 3", Default = "none",
        },
        Listed("power_limit", SettingFormats.Several(SettingFormats.Power(MostWatts), LaunchSettings.MostGpus), "Power limit of every card, or of each in its order (nvidia-smi -pl).", l => l.PowerLimits,
            (l, v) => l with { PowerLimits = v }, ["--power-limit", "-pl"], [new("power_limit_w", "W"), new("power_limit")], "280 W", "the cards' own"),
        Listed("vram", SettingFormats.Several(SettingFormats.Size(MostBytes), LaunchSettings.MostGpus), "Video memory that something else holds: of the first card, or of each in its order.", l => l.VramInUse,
            (l, v) => l with { VramInUse = v }, ["--vram-in-use"], [new("vram_in_use_gib", "GiB"), new("vram_in_use")], "2 GiB", "a desktop", SettingPlace.InUse),
        Fixed("vram_limit", SettingFormats.Size(MostBytes), "Video memory of each card that may be used at most.", l => l.VramLimit, (l, v) => l with { VramLimit = v },
            ["--vram-limit"], [new("vram_limit_gib", "GiB"), new("vram_limit")], "8 GiB", "all"),
        Fixed("ram", SettingFormats.Size(MostBytes), "System memory that something else holds.", l => l.RamInUse, (l, v) => l with { RamInUse = v },
            ["--ram-in-use"], [new("ram_in_use_gib", "GiB"), new("ram_in_use")], "6 GiB", "a desktop", SettingPlace.InUse),
        Fixed("depth", SettingFormats.Tokens(0, Quest.LongestContext), "Tokens already in the context at which generation is asked for besides (llama-bench's -d).", l => l.Depth, (l, v) => l with { Depth = v },
            ["--depth", "-d"], ["depth"], "16384", "0"),
        Needed("kind", SettingFormats.Word(("inference", WorkloadKind.Inference), ("lora", WorkloadKind.Lora), ("qlora", WorkloadKind.Qlora), ("full-fine-tune", WorkloadKind.FullFineTune)),
            "Inference or a kind of fine-tuning.", q => q.Kind, (q, v) => q with { Kind = v }, ["--kind"], ["kind"], "inference", SettingPlace.Quest),
        Needed("runs_on", SettingFormats.Word(("auto", RunsOn.Auto), ("gpu", RunsOn.Gpu), ("cpu", RunsOn.Cpu)), "Where the model should run.", q => q.RunsOn, (q, v) => q with { RunsOn = v },
            ["--runs-on"], ["runs_on"], "auto", SettingPlace.Quest),
        // After runs_on, which it overrules: the CPU backend runs on the CPU.
        new TypedSetting<string>("backend", SettingFormats.Word([.. ((string[])["cuda", "rocm", "hip", "vulkan", "sycl", "metal", "cpu"]).Select(b => (b, b == "hip" ? "rocm" : b))]), "llama.cpp backend.",
            q => (q.Backend is not null, q.Backend!), (q, v) => v == "cpu" ? q with { RunsOn = RunsOn.Cpu, Backend = null } : q with { Backend = v }, q => q with { Backend = null })
        {
            Flags = ["--backend"], BatchKeys = [new("backend")], Example = "cuda", Default = "the fastest that runs on the cards", Place = SettingPlace.Both,
        },
    ];

    private static readonly FrozenDictionary<string, (Setting, BatchKey)> ByBatchKey =
        All.SelectMany(s => s.BatchKeys.Select(k => (k.Name, (s, k)))).ToFrozenDictionary(p => p.Name, p => p.Item2, StringComparer.Ordinal);

    /// <summary>All keys of batch lines that give a setting.</summary>
    public static IEnumerable<string> BatchNames => All.SelectMany(s => s.BatchKeys).Select(k => k.Name);

    /// <summary>The setting that a key of a batch line gives, with that key; null when it gives none.</summary>
    public static (Setting Setting, BatchKey Key)? OfBatchKey(string name) => ByBatchKey.TryGetValue(name, out var found) ? found : null;

    /// <summary>The setting with a key.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Setting Of(string key) => All.First(s => s.Key == key);

    private static TypedSetting<T> Needed<T>(
        string key, SettingFormat<T> format, string help, Func<Quest, T> get, Func<Quest, T, Quest> set, string[] flags, string[] keys, string example, SettingPlace place = SettingPlace.Both)
    {
        var usual = get(new Quest());
        return new(key, format, help, q => (!EqualityComparer<T>.Default.Equals(get(q), usual), get(q)), set, q => set(q, usual))
        {
            Flags = [.. flags],
            BatchKeys = [.. keys.Select(k => new BatchKey(k))],
            Example = example,
            Default = format.Write(usual),
            Place = place,
        };
    }

    private static TypedSetting<T> Fixed<T>(
        string key, SettingFormat<T> format, string help, Func<LaunchSettings, T?> get, Func<LaunchSettings, T?, LaunchSettings> set, string[] flags, BatchKey[] keys, string example,
        string otherwise = "planned", SettingPlace place = SettingPlace.Settings)
        where T : struct =>
        new(key, format, help, q => (get(q.Launch).HasValue, get(q.Launch).GetValueOrDefault()), (q, v) => q with { Launch = set(q.Launch, v) }, q => q with { Launch = set(q.Launch, null) })
        {
            Flags = [.. flags],
            BatchKeys = [.. keys],
            Example = example,
            Default = otherwise,
            Place = place,
        };

    private static TypedSetting<ValueList<T>> Listed<T>(
        string key, SettingFormat<ValueList<T>> format, string help, Func<LaunchSettings, ValueList<T>> get, Func<LaunchSettings, ValueList<T>, LaunchSettings> set, string[] flags, BatchKey[] keys,
        string example, string otherwise = "planned", SettingPlace place = SettingPlace.Settings) =>
        new(key, format, help, q => (!get(q.Launch).IsEmpty, get(q.Launch)), (q, v) => q with { Launch = set(q.Launch, v) }, q => q with { Launch = set(q.Launch, default) })
        {
            Flags = [.. flags],
            BatchKeys = [.. keys],
            Example = example,
            Default = otherwise,
            Place = place,
        };
}
