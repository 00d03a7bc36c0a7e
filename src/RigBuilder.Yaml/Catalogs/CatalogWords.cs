using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Workloads;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>The words of the domain's enumerations, as files spell them.</summary>
public static class CatalogWords
{
    /// <summary>Slots.</summary>
    public static WordFormat<PartKind> PartKinds { get; } = new(
        ("gpu", PartKind.Gpu), ("cpu", PartKind.Cpu), ("motherboard", PartKind.Motherboard), ("memory", PartKind.Memory),
        ("ssd", PartKind.Ssd), ("psu", PartKind.Psu), ("case", PartKind.Case), ("cooler", PartKind.Cooler), ("machine", PartKind.Machine));

    /// <summary>Conditions of a price.</summary>
    public static WordFormat<PartCondition> Conditions { get; } = new(("new", PartCondition.New), ("used", PartCondition.Used), ("refurbished", PartCondition.Refurbished));

    /// <summary>What gives a card another link than its slot's.</summary>
    public static WordFormat<string> LinkMakers { get; } = new(
        ("riser", "riser"), ("bifurcation", "bifurcation"), ("oculink", "oculink"), ("thunderbolt", "thunderbolt"), ("m2", "m2"), ("slot", "slot"));

    /// <summary>Market segments of GPUs.</summary>
    public static WordFormat<GpuSegment> Segments { get; } = new(
        ("desktop", GpuSegment.Desktop), ("workstation", GpuSegment.Workstation), ("datacenter", GpuSegment.Datacenter),
        ("laptop", GpuSegment.Laptop), ("integrated", GpuSegment.Integrated));

    /// <summary>Makers of GPUs.</summary>
    public static WordFormat<string> GpuVendors { get; } = new(("nvidia", "nvidia"), ("amd", "amd"), ("intel", "intel"), ("apple", "apple"));

    /// <summary>Makers of CPUs.</summary>
    public static WordFormat<string> CpuVendors { get; } = new(("intel", "intel"), ("amd", "amd"), ("apple", "apple"), ("nvidia", "nvidia"), ("qualcomm", "qualcomm"), ("ampere", "ampere"));

    /// <summary>llama.cpp's backends.</summary>
    public static WordFormat<string> Backends { get; } = new(
        ("cuda", "cuda"), ("rocm", "rocm"), ("vulkan", "vulkan"), ("sycl", "sycl"), ("metal", "metal"), ("cpu", "cpu"));

    /// <summary>Matrix units.</summary>
    public static WordFormat<MatrixUnits> MatrixUnits { get; } = new(
        ("none", Domain.Parts.MatrixUnits.None), ("tensor-cores", Domain.Parts.MatrixUnits.TensorCores), ("wmma", Domain.Parts.MatrixUnits.Wmma),
        ("matrix-cores", Domain.Parts.MatrixUnits.MatrixCores), ("xmx", Domain.Parts.MatrixUnits.Xmx));

    /// <summary>What models are made for.</summary>
    public static WordFormat<ModelUse> ModelUses { get; } = new(("chat", ModelUse.Chat), ("code", ModelUse.Code), ("reasoning", ModelUse.Reasoning), ("vision", ModelUse.Vision));

    /// <summary>Power connectors.</summary>
    public static WordFormat<PowerConnector> Connectors { get; } = new(
        ("pcie-6-pin", PowerConnector.Pcie6Pin), ("pcie-8-pin", PowerConnector.Pcie8Pin), ("12v-2x6", PowerConnector.TwelveVhpwr), ("eps-8-pin", PowerConnector.Eps8Pin));

    /// <summary>Kinds of GPU cooling.</summary>
    public static WordFormat<GpuCooling> GpuCoolings { get; } = new(
        ("open-air", GpuCooling.OpenAir), ("blower", GpuCooling.Blower), ("passive", GpuCooling.Passive), ("liquid", GpuCooling.Liquid));

    /// <summary>Memory technologies.</summary>
    public static WordFormat<MemoryType> MemoryTypes { get; } = new(
        ("ddr3", MemoryType.Ddr3), ("ddr4", MemoryType.Ddr4), ("ddr5", MemoryType.Ddr5), ("lpddr4", MemoryType.Lpddr4), ("lpddr5", MemoryType.Lpddr5));

    /// <summary>Board sizes.</summary>
    public static WordFormat<FormFactor> FormFactors { get; } = new(
        ("mini-itx", FormFactor.MiniItx), ("micro-atx", FormFactor.MicroAtx), ("atx", FormFactor.Atx), ("e-atx", FormFactor.Eatx), ("ssi-eeb", FormFactor.SsiEeb));

    /// <summary>Where lanes come from; true is the CPU.</summary>
    public static WordFormat<bool> LaneSources { get; } = new(("cpu", true), ("chipset", false));

    /// <summary>Drive interfaces.</summary>
    public static WordFormat<SsdInterface> SsdInterfaces { get; } = new(("nvme-m2", SsdInterface.NvmeM2), ("sata", SsdInterface.Sata));

    /// <summary>Efficiency badges.</summary>
    public static WordFormat<PsuEfficiency> Efficiencies { get; } = new(
        ("none", PsuEfficiency.None), ("white", PsuEfficiency.White), ("bronze", PsuEfficiency.Bronze), ("silver", PsuEfficiency.Silver),
        ("gold", PsuEfficiency.Gold), ("platinum", PsuEfficiency.Platinum), ("titanium", PsuEfficiency.Titanium));

    /// <summary>Power supply sizes.</summary>
    public static WordFormat<PsuFormFactor> PsuFormFactors { get; } = new(("atx", PsuFormFactor.Atx), ("sfx", PsuFormFactor.Sfx), ("sfx-l", PsuFormFactor.SfxL));

    /// <summary>Air flow of cases.</summary>
    public static WordFormat<Airflow> Airflows { get; } = new(("restricted", Airflow.Restricted), ("standard", Airflow.Standard), ("high", Airflow.High));

    /// <summary>Kinds of CPU coolers.</summary>
    public static WordFormat<CoolerType> CoolerTypes { get; } = new(("air", CoolerType.Air), ("liquid", CoolerType.Liquid));

    /// <summary>Forms of whole machines.</summary>
    public static WordFormat<MachineForm> MachineForms { get; } = new(
        ("desktop", MachineForm.Desktop), ("mini-pc", MachineForm.MiniPc), ("laptop", MachineForm.Laptop),
        ("workstation", MachineForm.Workstation), ("server", MachineForm.Server), ("board", MachineForm.Board));

    /// <summary>Key/value cache types.</summary>
    public static WordFormat<KvType> KvTypes { get; } = new(
        ("f16", KvType.F16), ("q8_0", KvType.Q8_0), ("q4_0", KvType.Q4_0), ("f32", KvType.F32), ("bf16", KvType.Bf16),
        ("q5_1", KvType.Q5_1), ("q5_0", KvType.Q5_0), ("q4_1", KvType.Q4_1), ("iq4_nl", KvType.Iq4_Nl));

    /// <summary>Where the model runs.</summary>
    public static WordFormat<RunsOn> RunsOn { get; } = new(("auto", Domain.Workloads.RunsOn.Auto), ("gpu", Domain.Workloads.RunsOn.Gpu), ("cpu", Domain.Workloads.RunsOn.Cpu));

    /// <summary>Kinds of work.</summary>
    public static WordFormat<WorkloadKind> WorkloadKinds { get; } = new(
        ("inference", WorkloadKind.Inference), ("lora", WorkloadKind.Lora), ("qlora", WorkloadKind.Qlora), ("full-fine-tune", WorkloadKind.FullFineTune));
}
