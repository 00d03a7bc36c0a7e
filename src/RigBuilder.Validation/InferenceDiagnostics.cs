using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation;

/// <summary>The diagnostics of inference, GGUF files and validation (RB5xxx), in one place so that no code is used twice.</summary>
public static class InferenceDiagnostics
{
    /// <summary>RB5001: the folder that was named holds no llama.cpp library.</summary>
    public static Diagnostic LibraryMissing(string looked) => Error("RB5001", $"no llama.cpp library found (looked in {looked})") with
    {
        Help = "point RIGBUILDER_LLAMA_DIR to a folder with libllama and libggml, or unset it to use the library that comes with the program",
    };

    /// <summary>RB5002: a library file cannot be loaded.</summary>
    public static Diagnostic LibraryUnloadable(string path, string reason) => Error("RB5002", $"cannot load '{path}': {reason}");

    /// <summary>RB5003: the library is of another llama.cpp than the binding knows.</summary>
    public static Diagnostic LibraryLayout(string path, string version, string expected) =>
        Error("RB5003", $"'{path}' is of another llama.cpp ({version}), not {expected}") with
        {
            Help = "build llama.cpp from that commit, or unset RIGBUILDER_LLAMA_DIR to use the library that comes with the program",
            Why = "llama.cpp changes its structures between releases; calling it with the wrong ones corrupts memory",
        };

    /// <summary>RB5004: the library found no compute backend, not even the CPU's.</summary>
    public static Diagnostic NoBackend(string folder) => Error("RB5004", $"no compute backend could be loaded from '{folder}'");

    /// <summary>RB5005: the library refused the model.</summary>
    public static Diagnostic ModelRefused(string path, string reason) => Error("RB5005", $"llama.cpp cannot load '{path}': {reason}");

    /// <summary>RB5006: the library refused the context.</summary>
    public static Diagnostic ContextRefused(string reason) => Error("RB5006", $"llama.cpp cannot create a context: {reason}");

    /// <summary>RB5007: a decode call failed.</summary>
    public static Diagnostic DecodeFailed(int code) => Error("RB5007", $"llama.cpp failed to decode (code {code})");

    /// <summary>RB5008: the logits are not finite.</summary>
    public static Diagnostic LogitsNotFinite() => Error("RB5008", "the model's output is not finite: its weights are damaged");

    /// <summary>RB5009: options that contradict each other.</summary>
    public static Diagnostic Contradiction(string message, string help) => Error("RB5009", message) with { Help = help };

    /// <summary>RB5010: the system lacks a library that llama.cpp needs.</summary>
    public static Diagnostic SystemLibraryMissing(string file) => Error("RB5010", $"nothing can be inferred: this system lacks {file}, which llama.cpp computes with") with
    {
        Help = "install the package libgomp1 (Debian, Ubuntu, openSUSE), libgomp (Fedora, Alpine) or gcc-libs (Arch)",
    };

    /// <summary>RB51xx: a GGUF file is malformed or of an unsupported kind.</summary>
    public static Diagnostic Gguf(string code, string file, string message) =>
        new(code, DiagnosticSeverity.Error, new SourceLocation(file, 0, 0), message);

    /// <summary>RB5201: memory would not suffice.</summary>
    public static Diagnostic NotEnoughMemory(string message, string help) => Error("RB5201", message) with
    {
        Help = help,
        Why = "llama.cpp commits this memory at once; without it the kernel would kill the process",
    };

    /// <summary>RB5202: disk space would not suffice.</summary>
    public static Diagnostic NotEnoughDisk(string message, string help) => Error("RB5202", message) with { Help = help };

    /// <summary>RB5203: a file or folder cannot be written.</summary>
    public static Diagnostic NotWritable(string path, string reason) => Error("RB5203", $"cannot write '{path}': {reason}");

    /// <summary>RB5204: another validation is running.</summary>
    public static Diagnostic AlreadyRunning(string owner) => Error("RB5204", $"another validation is running ({owner})") with
    {
        Help = "wait for it to end; two at once would measure each other",
    };

    /// <summary>RB5205: the inference process died or stopped answering.</summary>
    public static Diagnostic ChildDied(string how, string? lastWords) => Error("RB5205", $"the inference process {how}") with
    {
        Why = lastWords,
    };

    /// <summary>RB5206: a saved result cannot be read.</summary>
    public static Diagnostic ResultUnreadable(string path, string reason) =>
        new("RB5206", DiagnosticSeverity.Warning, new SourceLocation(path, 0, 0), $"saved result cannot be read: {reason}");

    /// <summary>RB5207: no saved validation can calibrate predictions.</summary>
    /// <param name="folder">Where they are saved.</param>
    /// <param name="why">What is wrong with the newest; null when none is saved.</param>
    public static Diagnostic NothingMeasured(string folder, string? why) => new Diagnostic(
        "RB5207", DiagnosticSeverity.Warning, new SourceLocation(folder, 0, 0), "no saved validation can stand for this machine: --measured changes nothing") with
    {
        Help = "run 'rigbuilder validate' while nothing else runs, and again with the model and quantisation that matter to you",
        Why = why is null ? "none is saved" : $"the newest: {why}",
    };

    private static Diagnostic Error(string code, string message) => new(code, DiagnosticSeverity.Error, null, message);
}
