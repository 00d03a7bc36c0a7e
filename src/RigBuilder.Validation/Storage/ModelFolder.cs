using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Storage;

/// <summary>
/// The folder of synthetic models, held by one validation at a time. The lock is the system's and dies with its process, so
/// whoever holds it may delete what a killed predecessor left. Models with random weights are kept and used again; sparse
/// ones are deleted at the end, they cost nothing to make.
/// </summary>
public sealed partial class ModelFolder : IDisposable
{
    private const string Partial = ".partial";
    private const string Sparse = ".sparse.gguf";
    private static readonly Bytes Reserve = Bytes.FromMiB(256);
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly IMachineResources _resources;

    private ModelFolder(string folder, FileStream held, IMachineResources resources) => (_folder, _lock, _resources) = (folder, held, resources);

    /// <summary>Takes the folder; fails when another validation has it or it cannot be written.</summary>
    public static Attempt<ModelFolder> Take(string folder, IMachineResources resources)
    {
        var path = Path.Combine(folder, "validation.lock");
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Sign(held);
            var taken = new ModelFolder(folder, held, resources);
            taken.DeleteLeftovers();
            return Attempt<ModelFolder>.Of(taken);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return Attempt<ModelFolder>.Failed(InferenceDiagnostics.AlreadyRunning($"it holds '{path}'"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            return Attempt<ModelFolder>.Failed(InferenceDiagnostics.NotWritable(folder, e.Message));
        }
    }

    /// <summary>The system's word for a lock that somebody else has: sharing and lock violations on Windows, EWOULDBLOCK on Linux and macOS.</summary>
    private static bool IsHeldByAnother(IOException e) =>
        OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 32 or 33 : e.HResult is 11 or 35;

    /// <summary>Writes who holds the lock, for a reader's eyes. A full disk is no reason to fail here.</summary>
    private static void Sign(FileStream held)
    {
        try
        {
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
        }
        catch (IOException)
        {
            // What needs room says so when it is written.
        }
    }

    /// <summary>The file of a synthetic model, made now or kept from before.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is left behind.</exception>
    public Attempt<string> Provide(LlmModel model, Quant quant, WeightFill fill, IProgress<double>? progress, CancellationToken cancellation)
    {
        var synthetic = new SyntheticModel(model, quant);
        if (synthetic.Obstacle() is { } obstacle) return Attempt<string>.Failed(obstacle);
        var path = Path.Combine(_folder, Name(model, quant, synthetic, fill));
        if (File.Exists(path) && new FileInfo(path).Length == synthetic.FileSize.Count) return Attempt<string>.Of(path);
        if (Shortage(synthetic, fill) is { } shortage) return Attempt<string>.Failed(shortage);
        try
        {
            Write(synthetic, path + Partial, fill, progress, cancellation);
            File.Move(path + Partial, path, overwrite: true);
            return Attempt<string>.Of(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            Delete(path + Partial);
            return Attempt<string>.Failed(InferenceDiagnostics.NotWritable(path, e.Message));
        }
    }

    /// <summary>
    /// Writes a file or leaves none. A file of many GiB takes seconds to give up its space, so it loses its name while it is open,
    /// which takes no time, and is closed behind our back.
    /// </summary>
    private static void Write(SyntheticModel synthetic, string path, WeightFill fill, IProgress<double>? progress, CancellationToken cancellation)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Delete, 1 << 20);
        try
        {
            synthetic.Write(stream, fill, progress, cancellation);
            stream.Dispose();
        }
        catch
        {
            Delete(path);
            _ = Task.Run(() => Abandon(stream), CancellationToken.None);
            throw;
        }
    }

    private static void Abandon(FileStream stream)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What was still to be written went the way of the file.
        }
    }

    /// <summary>Deletes a sparse file that has been read, so that not even a killed program leaves it behind. Others are kept.</summary>
    public static void Discard(string path)
    {
        if (path.EndsWith(Sparse, StringComparison.Ordinal) && Leftover().IsMatch(Path.GetFileName(path))) Delete(path);
    }

    /// <summary>Deletes what is not kept and lets the folder go.</summary>
    public void Dispose()
    {
        DeleteLeftovers();
        _lock.Dispose();
    }

    private static string Name(LlmModel model, Quant quant, SyntheticModel synthetic, WeightFill fill)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(synthetic.Header.Bytes.AsSpan()).AsSpan(0, 6));
        var id = string.Concat($"{model.Id}-{quant.Id}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-').Take(80));
        return $"{id}-{hash}{(fill == WeightFill.Sparse ? Sparse : ".gguf")}";
    }

    private Diagnostic? Shortage(SyntheticModel synthetic, WeightFill fill)
    {
        var needed = fill == WeightFill.Sparse ? synthetic.Header.Bytes.Length + Reserve.Count : synthetic.FileSize.Count + Reserve.Count;
        return _resources.FreeDisk(_folder) is { } free && free.Count < needed
            ? InferenceDiagnostics.NotEnoughDisk(
                $"the model file takes {Bytes.FromCount(needed - Reserve.Count).ToDecimalString()} and {Reserve.ToDecimalString()} should stay free; '{_folder}' has {free.ToDecimalString()} free",
                fill == WeightFill.Sparse ? "free some disk space" : "free some disk space, or leave the weights sparse")
            : null;
    }

    /// <summary>Only files with names that we give: the folder may be one that holds a user's own models.</summary>
    private void DeleteLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
            if (Leftover().IsMatch(Path.GetFileName(file))) Delete(file);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+-[0-9a-f]{12}(\.sparse\.gguf|(\.sparse)?\.gguf\.partial)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Someone looks at it; the next validation deletes it.
        }
    }
}
