using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>
/// The functions of libllama, libggml and libggml-base that we call, bound by name from three loaded libraries.
/// Cdecl; strings are UTF-8; a C bool is one byte.
/// </summary>
internal sealed unsafe class LlamaApi
{
    public readonly delegate* unmanaged[Cdecl]<ModelParams> ModelDefaultParams;
    public readonly delegate* unmanaged[Cdecl]<ContextParams> ContextDefaultParams;
    public readonly delegate* unmanaged[Cdecl]<void> BackendInit;
    public readonly delegate* unmanaged[Cdecl]<void> BackendFree;
    public readonly delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<int, byte*, void*, void>, void*, void> LogSet;
    public readonly delegate* unmanaged[Cdecl]<byte*, ModelParams, nint> ModelLoadFromFile;
    public readonly delegate* unmanaged[Cdecl]<nint, nint, void*, ModelParams, nint> ModelInitFromUser;
    public readonly delegate* unmanaged[Cdecl]<nint, void> ModelFree;
    public readonly delegate* unmanaged[Cdecl]<nint, ContextParams, nint> InitFromModel;
    public readonly delegate* unmanaged[Cdecl]<nint, void> Free;
    public readonly delegate* unmanaged[Cdecl]<nint, nint> ModelGetVocab;
    public readonly delegate* unmanaged[Cdecl]<nint, int> VocabTokens;
    public readonly delegate* unmanaged[Cdecl]<nint, ulong> ModelSize;
    public readonly delegate* unmanaged[Cdecl]<nint, ulong> ModelParameters;
    public readonly delegate* unmanaged[Cdecl]<nint, int> ModelLayers;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, nuint, int> ModelDescription;
    public readonly delegate* unmanaged[Cdecl]<nint, nint> GetMemory;
    public readonly delegate* unmanaged[Cdecl]<nint, byte, void> MemoryClear;
    public readonly delegate* unmanaged[Cdecl]<nint, Batch, int> Decode;
    public readonly delegate* unmanaged[Cdecl]<nint, void> Synchronize;
    public readonly delegate* unmanaged[Cdecl]<nint, int, float*> GetLogits;
    public readonly delegate* unmanaged[Cdecl]<nint, nint, nint, void> AttachThreadpool;
    public readonly delegate* unmanaged[Cdecl]<nint, void> DetachThreadpool;
    public readonly delegate* unmanaged[Cdecl]<byte*> PrintSystemInfo;
    public readonly delegate* unmanaged[Cdecl]<byte*, void> LoadAllBackends;
    public readonly delegate* unmanaged[Cdecl]<nuint> DeviceCount;
    public readonly delegate* unmanaged[Cdecl]<nuint, nint> DeviceGet;
    public readonly delegate* unmanaged[Cdecl]<int, nint> DeviceByType;
    public readonly delegate* unmanaged[Cdecl]<nint, nint> DeviceRegistry;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*> DeviceName;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*> DeviceDescription;
    public readonly delegate* unmanaged[Cdecl]<nint, int> DeviceType;
    public readonly delegate* unmanaged[Cdecl]<nint, nuint*, nuint*, void> DeviceMemory;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, nint> RegistryProcAddress;
    public readonly delegate* unmanaged[Cdecl]<nint> CpuBufferType;
    public readonly delegate* unmanaged[Cdecl]<ThreadpoolParams*, int, void> ThreadpoolParamsInit;
    public readonly delegate* unmanaged[Cdecl]<nint, nint> SetAbortCallback;
    public readonly delegate* unmanaged[Cdecl]<byte*, nuint, GgufInitParams, nint> GgufFromBuffer;
    public readonly delegate* unmanaged[Cdecl]<nint, void> GgufFree;
    private readonly nint _llama;

    /// <exception cref="EntryPointNotFoundException">A library lacks a function: it is another release.</exception>
    public LlamaApi(nint llama, nint ggml, nint ggmlBase)
    {
        _llama = llama;
        ModelDefaultParams = (delegate* unmanaged[Cdecl]<ModelParams>)Find(llama, "llama_model_default_params");
        ContextDefaultParams = (delegate* unmanaged[Cdecl]<ContextParams>)Find(llama, "llama_context_default_params");
        BackendInit = (delegate* unmanaged[Cdecl]<void>)Find(llama, "llama_backend_init");
        BackendFree = (delegate* unmanaged[Cdecl]<void>)Find(llama, "llama_backend_free");
        LogSet = (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<int, byte*, void*, void>, void*, void>)Find(llama, "llama_log_set");
        ModelLoadFromFile = (delegate* unmanaged[Cdecl]<byte*, ModelParams, nint>)Find(llama, "llama_model_load_from_file");
        ModelInitFromUser = (delegate* unmanaged[Cdecl]<nint, nint, void*, ModelParams, nint>)Find(llama, "llama_model_init_from_user");
        ModelFree = (delegate* unmanaged[Cdecl]<nint, void>)Find(llama, "llama_model_free");
        InitFromModel = (delegate* unmanaged[Cdecl]<nint, ContextParams, nint>)Find(llama, "llama_init_from_model");
        Free = (delegate* unmanaged[Cdecl]<nint, void>)Find(llama, "llama_free");
        ModelGetVocab = (delegate* unmanaged[Cdecl]<nint, nint>)Find(llama, "llama_model_get_vocab");
        VocabTokens = (delegate* unmanaged[Cdecl]<nint, int>)Find(llama, "llama_vocab_n_tokens");
        ModelSize = (delegate* unmanaged[Cdecl]<nint, ulong>)Find(llama, "llama_model_size");
        ModelParameters = (delegate* unmanaged[Cdecl]<nint, ulong>)Find(llama, "llama_model_n_params");
        ModelLayers = (delegate* unmanaged[Cdecl]<nint, int>)Find(llama, "llama_model_n_layer");
        ModelDescription = (delegate* unmanaged[Cdecl]<nint, byte*, nuint, int>)Find(llama, "llama_model_desc");
        GetMemory = (delegate* unmanaged[Cdecl]<nint, nint>)Find(llama, "llama_get_memory");
        MemoryClear = (delegate* unmanaged[Cdecl]<nint, byte, void>)Find(llama, "llama_memory_clear");
        Decode = (delegate* unmanaged[Cdecl]<nint, Batch, int>)Find(llama, "llama_decode");
        Synchronize = (delegate* unmanaged[Cdecl]<nint, void>)Find(llama, "llama_synchronize");
        GetLogits = (delegate* unmanaged[Cdecl]<nint, int, float*>)Find(llama, "llama_get_logits_ith");
        AttachThreadpool = (delegate* unmanaged[Cdecl]<nint, nint, nint, void>)Find(llama, "llama_attach_threadpool");
        DetachThreadpool = (delegate* unmanaged[Cdecl]<nint, void>)Find(llama, "llama_detach_threadpool");
        PrintSystemInfo = (delegate* unmanaged[Cdecl]<byte*>)Find(llama, "llama_print_system_info");
        LoadAllBackends = (delegate* unmanaged[Cdecl]<byte*, void>)Find(ggml, "ggml_backend_load_all_from_path");
        DeviceCount = (delegate* unmanaged[Cdecl]<nuint>)Find(ggml, "ggml_backend_dev_count");
        DeviceGet = (delegate* unmanaged[Cdecl]<nuint, nint>)Find(ggml, "ggml_backend_dev_get");
        DeviceByType = (delegate* unmanaged[Cdecl]<int, nint>)Find(ggml, "ggml_backend_dev_by_type");
        DeviceRegistry = (delegate* unmanaged[Cdecl]<nint, nint>)Find(ggmlBase, "ggml_backend_dev_backend_reg");
        DeviceName = (delegate* unmanaged[Cdecl]<nint, byte*>)Find(ggmlBase, "ggml_backend_dev_name");
        DeviceDescription = (delegate* unmanaged[Cdecl]<nint, byte*>)Find(ggmlBase, "ggml_backend_dev_description");
        DeviceType = (delegate* unmanaged[Cdecl]<nint, int>)Find(ggmlBase, "ggml_backend_dev_type");
        DeviceMemory = (delegate* unmanaged[Cdecl]<nint, nuint*, nuint*, void>)Find(ggmlBase, "ggml_backend_dev_memory");
        RegistryProcAddress = (delegate* unmanaged[Cdecl]<nint, byte*, nint>)Find(ggmlBase, "ggml_backend_reg_get_proc_address");
        CpuBufferType = (delegate* unmanaged[Cdecl]<nint>)Find(ggmlBase, "ggml_backend_cpu_buffer_type");
        ThreadpoolParamsInit = (delegate* unmanaged[Cdecl]<ThreadpoolParams*, int, void>)Find(ggmlBase, "ggml_threadpool_params_init");
        SetAbortCallback = (delegate* unmanaged[Cdecl]<nint, nint>)Find(ggmlBase, "ggml_set_abort_callback");
        GgufFromBuffer = (delegate* unmanaged[Cdecl]<byte*, nuint, GgufInitParams, nint>)Find(ggmlBase, "gguf_init_from_buffer");
        GgufFree = (delegate* unmanaged[Cdecl]<nint, void>)Find(ggmlBase, "gguf_free");
    }

    /// <summary>The library's own version ("0.4.0"), or "unknown version" for releases without the function.</summary>
    public string Version => NativeLibrary.TryGetExport(_llama, "llama_version", out var address)
        ? Text(((delegate* unmanaged[Cdecl]<byte*>)address)())
        : "unknown version";

    /// <summary>A C string as text; empty for null.</summary>
    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>Address of a function in libllama, for calls with another signature.</summary>
    public nint Address(string name) => Find(_llama, name);

    private static nint Find(nint library, string name) => NativeLibrary.GetExport(library, name);
}
