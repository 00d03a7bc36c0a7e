using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference.Tests;

public sealed class BufferLogTests
{
    [Test]
    public void Log_OfALoadAndAContext_IsRead()
    {
        var report = BufferLog.Read(
        [
            "load_tensors:          CPU model buffer size =    70.31 MiB",
            "load_tensors:   CPU_REPACK model buffer size =  3577.50 MiB",
            "load_tensors:        CUDA0 model buffer size =  1000.00 MiB",
            "llama_context:        CPU  output buffer size =     0.12 MiB",
            "llama_kv_cache:        CPU KV buffer size =   256.00 MiB",
            "llama_kv_cache:        CPU KV buffer size =    32.00 MiB",
            "sched_reserve:        CPU compute buffer size =    70.50 MiB",
            "sched_reserve:        CPU compute buffer size =   300.25 MiB",
            "llama_memory_recurrent:        CPU RS buffer size =     1.00 MiB",
            "load_tensors: offloaded 0/33 layers to GPU",
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(report[MemoryKind.Weights].MiB, Is.EqualTo(4647.81).Within(0.001));
            Assert.That(report[MemoryKind.Kv].MiB, Is.EqualTo(289).Within(0.001), "windowed, full and recurrent caches add up");
            Assert.That(report[MemoryKind.Compute].MiB, Is.EqualTo(300.25).Within(0.001), "the last reservation counts");
            Assert.That(report[MemoryKind.Output].MiB, Is.EqualTo(0.12).Within(0.001));
            Assert.That(report.Buffers.Single(b => b.Device == "CUDA0").Size.MiB, Is.EqualTo(1000).Within(0.001));
        });
    }
}
