using System.Runtime.InteropServices;
using LLama.Native;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation;

namespace RigBuilder.Inference;

/// <summary>
/// Another build of llama.cpp instead of the one that comes with LLamaSharp: the folder named by RIGBUILDER_LLAMA_DIR. It must be
/// built from the same commit: the library changes its structures often, and calling it with the wrong ones corrupts memory.
/// </summary>
internal static unsafe class LlamaFolder
{
    /// <summary>The commit of llama.cpp that LLamaSharp binds, as its natives tell it.</summary>
    public const string Commit = "815a2a591";

    private const string Variable = "RIGBUILDER_LLAMA_DIR";

    /// <summary>The folder asked for, or null.</summary>
    public static string? Named => Environment.GetEnvironmentVariable(Variable) is { } folder && !string.IsNullOrWhiteSpace(folder) ? folder : null;

    /// <summary>Makes LLamaSharp load the libraries of a folder; before its first native call only. Null, or why it cannot.</summary>
    /// <param name="named">The folder of the libraries, or of a build that holds them in "bin" or "build/bin".</param>
    public static Diagnostic? Use(string named)
    {
        if (new[] { named, Path.Combine(named, "bin"), Path.Combine(named, "build", "bin") }.FirstOrDefault(f => File.Exists(In(f, "llama"))) is not { } folder)
            return InferenceDiagnostics.LibraryMissing($"{Variable}={named}");
        var path = In(folder, "ggml-base");
        try
        {
            var told = Told(NativeLibrary.Load(path));
            if (!Same(told)) return InferenceDiagnostics.LibraryLayout(path, told, $"built from {Commit}");
            foreach (var name in (string[])["ggml-cpu", "ggml"])
                if (File.Exists(path = In(folder, name))) NativeLibrary.Load(path);
            if (NativeExports.Find("ggml", "ggml_backend_load_all_from_path") is not 0 and var load) LoadBackends(load, folder);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return InferenceDiagnostics.LibraryUnloadable(path, Reason(path, e.Message));
        }

        NativeLibraryConfig.All.WithLibrary(In(folder, "llama"), null).WithAutoFallback(false);
        return null;
    }

    /// <summary>
    /// What the system's loader said. .NET puts a line of advice before it, and tries other names, whose absence says nothing, after it.
    /// </summary>
    internal static string Reason(string path, string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = lines.Skip(1).FirstOrDefault(l => l.StartsWith(path + ":", StringComparison.Ordinal)) ?? lines.Skip(1).FirstOrDefault();
        if (told is not null) return told.StartsWith(path + ":", StringComparison.Ordinal) ? told[(path.Length + 1)..].Trim() : told;
        return lines.Length == 0 ? "no reason given" : lines[0].Split(" In order to help")[0];
    }

    /// <summary>Whether a commit is the one that LLamaSharp binds; one of them may be abbreviated further.</summary>
    internal static bool Same(string commit) =>
        commit.Length >= 7 && (commit.StartsWith(Commit, StringComparison.Ordinal) || Commit.StartsWith(commit, StringComparison.Ordinal));

    /// <summary>The commit that a loaded libggml-base was built from.</summary>
    internal static string Told(nint ggmlBase) =>
        NativeLibrary.TryGetExport(ggmlBase, "ggml_commit", out var commit)
            ? Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)commit)()) ?? "unknown"
            : "an older release";

    private static void LoadBackends(nint function, string folder)
    {
        var path = Marshal.StringToCoTaskMemUTF8(folder);
        ((delegate* unmanaged[Cdecl]<nint, void>)function)(path);
        Marshal.FreeCoTaskMem(path);
    }

    private static string In(string folder, string library) => Path.Combine(Path.GetFullPath(folder), OperatingSystem.IsWindows() ? $"{library}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so");
}
