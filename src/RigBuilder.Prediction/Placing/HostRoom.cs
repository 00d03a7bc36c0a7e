using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Prediction.Placing;

/// <summary>System memory that weights, cache and buffers may use.</summary>
internal static class HostRoom
{
    /// <summary>
    /// Bytes for a model; without RAM kits the GPU's own pool on unified machines, else unlimited while there is a CPU or GPU that
    /// implies a machine, else null.
    /// </summary>
    public static double? Of(MemoryCalibration calibration, Rig rig, SystemMemory? memory, Domain.Units.Bytes? held = null)
    {
        double reserve = (held ?? calibration.RamReserve).Count + (double)calibration.HostOverhead.Count;
        if (memory is not null) return Math.Max(0, memory.Capacity.Count - reserve);
        if (rig.Gpus.IsEmpty) return rig.Cpu is null ? null : double.PositiveInfinity;
        // Spilling layers of a unified-memory machine gains nothing: only embeddings and buffers find room beside the GPU's share.
        return rig.Gpus.All(g => g.UnifiedMemory) ? reserve : double.PositiveInfinity;
    }
}
