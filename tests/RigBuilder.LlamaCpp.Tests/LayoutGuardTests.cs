using System.Runtime.InteropServices;
using RigBuilder.LlamaCpp.Native;

namespace RigBuilder.LlamaCpp.Tests;

/// <summary>The guard on what the default functions write, played back from memory.</summary>
public sealed class LayoutGuardTests
{
    private static byte[] Model(int length = ModelParams.LastField + 1)
    {
        var bytes = Poisoned();
        bytes.AsSpan(0, length).Clear();
        Put(bytes, 16, -1);
        Put(bytes, 20, 1);
        Put(bytes, 24, -1);
        Put(bytes, 28, 1);
        bytes[74] = 1;
        return bytes;
    }

    private static byte[] Context()
    {
        var bytes = Poisoned();
        bytes.AsSpan(0, ContextParams.Size).Clear();
        foreach (var (at, value) in new[] { (0, 512), (4, 2048), (8, 512), (12, 1), (40, -1), (44, -1), (48, -1), (52, -1), (104, 1), (108, 1) }) Put(bytes, at, value);
        foreach (var at in new[] { 64, 84 }) BitConverter.TryWriteBytes(bytes.AsSpan(at), -1f);
        foreach (var at in new[] { 129, 130, 131, 132 }) bytes[at] = 1;
        return bytes;
    }

    [Test]
    public void Guard_OfTheKnownLayout_IsSatisfied()
    {
        Assert.That(LayoutGuard.Model(Model(), poisoned: true), Is.Null);
        Assert.That(LayoutGuard.Context(Context(), poisoned: true), Is.Null);
    }

    [Test]
    public void Guard_OfAnOlderModelLayout_NamesTheSize() =>
        Assert.That(LayoutGuard.Model(Model(length: 72), poisoned: true), Does.Contain("ends at byte"));

    [Test]
    public void Guard_OfALongerContextLayout_NamesTheSize()
    {
        var bytes = Context();
        bytes[ContextParams.Size] = 0;
        Assert.That(LayoutGuard.Context(bytes, poisoned: true), Is.EqualTo("llama_context_params ends at byte 160, not 159"));
    }

    [TestCase(0, "n_ctx")]
    [TestCase(8, "n_ubatch")]
    [TestCase(52, "flash_attn_type")]
    [TestCase(104, "type_k")]
    public void Guard_OfAMovedField_NamesIt(int at, string field)
    {
        var bytes = Context();
        Put(bytes, at, 77);
        Assert.That(LayoutGuard.Context(bytes, poisoned: true), Does.Contain(field).And.Contain("77"));
    }

    [Test]
    public void Guard_OfTheInstalledLibrary_IsSatisfied()
    {
        var files = Natives.Require().Find().Value!;
        NativeLibrary.Load(files.GgmlBase);
        NativeLibrary.Load(files.Ggml);
        var llama = NativeLibrary.Load(files.Llama);
        Assert.That(
            LayoutGuard.Difference(NativeLibrary.GetExport(llama, "llama_model_default_params"), NativeLibrary.GetExport(llama, "llama_context_default_params")),
            Is.Null);
    }

    [Test]
    public void Structures_InMemory_HaveTheNativeSizes()
    {
        Assert.That(Marshal.SizeOf<ModelParams>(), Is.EqualTo(80));
        Assert.That(Marshal.SizeOf<ContextParams>(), Is.EqualTo(160));
        Assert.That(Marshal.SizeOf<Batch>(), Is.EqualTo(56));
        Assert.That(Marshal.SizeOf<ThreadpoolParams>(), Is.EqualTo(528));
        Assert.That(Marshal.SizeOf<GgufInitParams>(), Is.EqualTo(16));
    }

    private static byte[] Poisoned()
    {
        var bytes = new byte[512];
        Array.Fill(bytes, (byte)0xA5);
        return bytes;
    }

    private static void Put(byte[] bytes, int at, int value) => BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
}
