using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>The words of the domain's enumerations as rules spell them (the catalogs' spelling), in the enumerations' order.</summary>
internal static class Words
{
    public static WordType Vendor { get; } = Plain("a maker", ("nvidia", "NVIDIA"), ("amd", "AMD"), ("intel", "Intel"), ("apple", "Apple"), ("qualcomm", "Qualcomm"));

    public static WordType Backend { get; } = Plain("a backend", ("cuda", "CUDA"), ("rocm", "ROCm"), ("vulkan", "Vulkan"), ("sycl", "SYCL"), ("metal", "Metal"), ("cpu", "CPU"));

    public static WordType Slot { get; } = Same("a slot", false, "gpu", "cpu", "motherboard", "memory", "ssd", "psu", "case", "cooler", "machine");

    public static WordType Segment { get; } = Same("a market segment", false, "desktop", "workstation", "datacenter", "laptop", "integrated");

    public static WordType MatrixUnits { get; } = Plain("a kind of matrix units", ("none", "none"), ("tensor-cores", "tensor cores"), ("wmma", "WMMA"), ("matrix-cores", "matrix cores"), ("xmx", "XMX"));

    public static WordType GpuCooling { get; } = Same("a kind of cooling", false, "open-air", "blower", "passive", "liquid");

    public static WordType MemoryType { get; } = Plain("a memory type", ("ddr3", "DDR3"), ("ddr4", "DDR4"), ("ddr5", "DDR5"), ("lpddr4", "LPDDR4"), ("lpddr5", "LPDDR5"));

    public static WordType FormFactor { get; } = Ordered("a board size", ("mini-itx", "Mini-ITX"), ("micro-atx", "Micro-ATX"), ("atx", "ATX"), ("e-atx", "E-ATX"), ("ssi-eeb", "SSI-EEB"));

    public static WordType SsdInterface { get; } = Plain("a drive interface", ("nvme-m2", "NVMe M.2"), ("sata", "SATA"));

    public static WordType Efficiency { get; } = Same("an efficiency badge", true, "none", "white", "bronze", "silver", "gold", "platinum", "titanium");

    public static WordType PsuFormFactor { get; } = Plain("a supply size", ("atx", "ATX"), ("sfx", "SFX"), ("sfx-l", "SFX-L"));

    public static WordType Airflow { get; } = Same("a kind of air flow", true, "restricted", "standard", "high");

    public static WordType CoolerType { get; } = Same("a kind of cooler", false, "air", "liquid");

    public static WordType MachineForm { get; } = Plain("a form of machine", ("desktop", "desktop"), ("mini-pc", "mini PC"), ("laptop", "laptop"), ("workstation", "workstation"), ("server", "server"), ("board", "board"));

    public static WordType KvType { get; } = Same("a cache type", false, "f16", "q8_0", "q4_0", "f32", "bf16", "q5_1", "q5_0", "q4_1", "iq4_nl");

    public static WordType RunsOn { get; } = Same("a place to run", false, "auto", "gpu", "cpu");

    public static WordType WorkloadKind { get; } = Plain("a kind of work", ("inference", "inference"), ("lora", "LoRA fine-tuning"), ("qlora", "QLoRA fine-tuning"), ("full-fine-tune", "full fine-tuning"));

    public static WordType Mode { get; } = Plain("a way to run", ("single-gpu", "on one GPU"), ("multi-gpu", "on several GPUs"), ("partial", "partly in system memory"), ("cpu-only", "on the CPU"), ("does-not-fit", "does not fit"));

    public static WordType Basis { get; } = Same("a basis", true, "measured", "fitted", "specification", "guess");

    public static WordType Condition { get; } = Same("a condition", false, "new", "used");

    /// <summary>The word of an enumeration's value; the words stand in the enumeration's order.</summary>
    public static string Of<TEnum>(WordType words, TEnum value)
        where TEnum : struct, Enum => words.Words[System.Runtime.CompilerServices.Unsafe.BitCast<TEnum, int>(value)];

    private static WordType Plain(string name, params (string, string)[] words) => new(name, false, [.. words]);

    private static WordType Ordered(string name, params (string, string)[] words) => new(name, true, [.. words]);

    private static WordType Same(string name, bool ordered, params string[] words) => new(name, ordered, [.. words.Select(w => (w, w))]);
}
