namespace RigBuilder.LlamaCpp.Native;

/// <summary>
/// Threads that live as long as a context. Without it llama.cpp starts and ends its threads for every graph, which costs small
/// models much of their speed.
/// </summary>
internal sealed unsafe class Threadpool : IDisposable
{
    private readonly delegate* unmanaged[Cdecl]<nint, void> _free;
    private nint _pool;

    private Threadpool(nint pool, delegate* unmanaged[Cdecl]<nint, void> free)
    {
        _pool = pool;
        _free = free;
    }

    /// <summary>Creates and attaches a pool; null when the CPU backend offers none, then llama.cpp makes its own threads.</summary>
    public static Threadpool? Attach(LlamaApi api, nint context, int threads)
    {
        var registry = api.DeviceRegistry(api.DeviceByType(0));
        using var newName = new Utf8("ggml_threadpool_new");
        using var freeName = new Utf8("ggml_threadpool_free");
        var create = (delegate* unmanaged[Cdecl]<ThreadpoolParams*, nint>)api.RegistryProcAddress(registry, newName.Pointer);
        var free = (delegate* unmanaged[Cdecl]<nint, void>)api.RegistryProcAddress(registry, freeName.Pointer);
        if (create is null || free is null) return null;
        ThreadpoolParams parameters;
        api.ThreadpoolParamsInit(&parameters, threads);
        var pool = create(&parameters);
        if (pool == 0) return null;
        api.AttachThreadpool(context, pool, 0);
        return new Threadpool(pool, free);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_pool == 0) return;
        _free(_pool);
        _pool = 0;
    }
}
