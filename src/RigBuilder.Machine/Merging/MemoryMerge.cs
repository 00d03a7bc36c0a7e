using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Merging;

/// <summary>
/// Merges memory. The list of modules is taken whole from one side and never united: probes count empty slots or the sum of all
/// modules as modules of their own, and a union would count memory twice.
/// </summary>
internal static class MemoryMerge
{
    public static MemoryReport Merge(Reconciler choose, MemoryReport a, MemoryReport b, Confidence cap)
    {
        var modules = a.Modules.IsEmpty ? [.. b.Modules.Select(m => AtMost(m, cap))] : a.Modules;
        return new MemoryReport
        {
            Usable = choose.Near("usable memory", a.Usable, b.Usable),
            Available = choose.Pick(a.Available, b.Available),
            Swap = choose.Pick(a.Swap, b.Swap),
            Installed = choose.Near("installed memory", a.Installed, b.Installed),
            Slots = choose.Same("memory slots", a.Slots, b.Slots),
            ChannelsPopulated = choose.Pick(a.ChannelsPopulated, b.ChannelsPopulated),
            Modules = modules,
        };
    }

    private static MemoryModule AtMost(MemoryModule module, Confidence cap) => new()
    {
        Slot = module.Slot.AtMost(cap),
        Bank = module.Bank.AtMost(cap),
        Size = module.Size.AtMost(cap),
        TypeName = module.TypeName.AtMost(cap),
        Type = module.Type.AtMost(cap),
        RatedSpeed = module.RatedSpeed.AtMost(cap),
        ConfiguredSpeed = module.ConfiguredSpeed.AtMost(cap),
        Manufacturer = module.Manufacturer.AtMost(cap),
        PartNumber = module.PartNumber.AtMost(cap),
        Ecc = module.Ecc.AtMost(cap),
        Registered = module.Registered.AtMost(cap),
        DataWidth = module.DataWidth.AtMost(cap),
    };
}
