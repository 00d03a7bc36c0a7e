using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using RigBuilder.Domain.Units;
using RigBuilder.LlamaCpp.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LlamaCpp;

/// <summary>llama.cpp, loaded, checked and initialised.</summary>
internal sealed unsafe class LlamaCppLibrary : IInferenceLibrary
{
    private readonly AbortMessage _abort;
    private bool _disposed;

    private LlamaCppLibrary(LlamaApi api, NativeLog log, AbortMessage abort, RuntimeDescription description) =>
        (Api, Log, _abort, Description) = (api, log, abort, description);

    /// <inheritdoc/>
    public RuntimeDescription Description { get; }

    /// <summary>The bound functions.</summary>
    internal LlamaApi Api { get; }

    /// <summary>What the library logs.</summary>
    internal NativeLog Log { get; }

    /// <summary>Loads the backends of the build and describes the devices.</summary>
    internal static Attempt<LlamaCppLibrary> Initialise(string name, LlamaLibraryFiles files, LlamaApi api, Action<string>? lastWords)
    {
        var log = new NativeLog();
        log.Claim(api);
        var abort = new AbortMessage(api, lastWords);
        using (var folder = new Utf8(files.Folder)) api.LoadAllBackends(folder.Pointer);
        if (api.DeviceByType(Cpu) == 0)
        {
            NativeLog.Silence(api);
            log.Dispose();
            return Attempt<LlamaCppLibrary>.Failed(InferenceDiagnostics.NoBackend(files.Folder));
        }

        api.BackendInit();
        var description = new RuntimeDescription(
            name, api.Version, files.Folder, LlamaApi.Text(api.PrintSystemInfo()).Trim(), Devices(api));
        return Attempt<LlamaCppLibrary>.Of(new LlamaCppLibrary(api, log, abort, description));
    }

    /// <inheritdoc/>
    public Attempt<ILoadedModel> Load(LoadOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellation.ThrowIfCancellationRequested();
        Log.Claim(Api);
        using var path = new Utf8(options.ModelPath);
        using var split = new TensorSplit(options.TensorSplit);
        using var overrides = new ExpertOverrides(Api, options.CpuExpertLayers);
        using var reporting = new LoadProgress(progress, cancellation);
        var parameters = Api.ModelDefaultParams();
        parameters.GpuLayers = options.GpuLayers;
        parameters.LoadMode = options.MemoryMap ? 1 : 0;
        parameters.TensorSplit = split.Pointer;
        parameters.TensorBufferOverrides = overrides.Pointer;
        parameters.ProgressCallback = LoadProgress.Callback;
        parameters.ProgressData = reporting.Data;
        var started = Stopwatch.GetTimestamp();
        var model = Api.ModelLoadFromFile(path.Pointer, parameters);
        var elapsed = Duration.FromSeconds(Stopwatch.GetElapsedTime(started).TotalSeconds);
        cancellation.ThrowIfCancellationRequested();
        return model == 0
            ? Attempt<ILoadedModel>.Failed(InferenceDiagnostics.ModelRefused(options.ModelPath, Log.Complaint("no reason given")))
            : Attempt<ILoadedModel>.Of(new LlamaCppModel(this, model, elapsed, options.GpuLayers));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Api.BackendFree();
        NativeLog.Silence(Api);
        _abort.Dispose();
        Log.Dispose();
    }

    private const int Cpu = 0;

    private static ImmutableArray<InferenceDevice> Devices(LlamaApi api)
    {
        var devices = ImmutableArray.CreateBuilder<InferenceDevice>();
        for (nuint i = 0; i < api.DeviceCount(); i++)
        {
            var device = api.DeviceGet(i);
            nuint free = 0, total = 0;
            api.DeviceMemory(device, &free, &total);
            devices.Add(new InferenceDevice(
                LlamaApi.Text(api.DeviceName(device)), LlamaApi.Text(api.DeviceDescription(device)).Trim(), Kind(api.DeviceType(device)),
                Bytes.FromCount((long)Math.Min(free, long.MaxValue)), Bytes.FromCount((long)Math.Min(total, long.MaxValue))));
        }

        return devices.ToImmutable();
    }

    private static InferenceDeviceKind Kind(int type) => type switch
    {
        Cpu => InferenceDeviceKind.Cpu,
        1 => InferenceDeviceKind.Gpu,
        2 => InferenceDeviceKind.IntegratedGpu,
        _ => InferenceDeviceKind.Accelerator,
    };
}
