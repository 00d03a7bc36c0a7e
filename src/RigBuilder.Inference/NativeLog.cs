using System.Text;
using LLama.Native;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Inference;

/// <summary>
/// Collects what llama.cpp logs: buffer sizes and complaints are told there only. The library has one log for the process, and
/// takes a callback only before its first call, so there is one of these too.
/// </summary>
internal sealed class NativeLog
{
    private const int Capacity = 2000;
    private static readonly Lazy<NativeLog> Single = new(Install);
    private readonly Lock _gate = new();
    private readonly List<(LLamaLogLevel Level, string Line)> _lines = [];
    private readonly StringBuilder _open = new();
    private LLamaLogLevel _level;

    private NativeLog()
    {
    }

    /// <summary>Everything since <see cref="Clear"/>, at most the newest 2,000 lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate) return [.. _lines.Select(l => l.Line)];
        }
    }

    /// <summary>The process's log.</summary>
    public static NativeLog ForThisProcess() => Single.Value;

    /// <summary>Forgets what was collected.</summary>
    public void Clear()
    {
        lock (_gate) _lines.Clear();
    }

    /// <summary>The errors since <see cref="Clear"/> in one line; warnings when there is no error; else the fallback.</summary>
    public string Complaint(string fallback)
    {
        lock (_gate)
        {
            var told = _lines.Where(l => l.Level == LLamaLogLevel.Error).ToList();
            if (told.Count == 0) told = [.. _lines.Where(l => l.Level == LLamaLogLevel.Warning)];
            return told.Count == 0 ? fallback : string.Join("; ", told.Select(l => l.Line).Distinct().Take(3).Select(ForeignText.Steerless));
        }
    }

    private static NativeLog Install()
    {
        var log = new NativeLog();
        NativeLibraryConfig.All.WithLogCallback(log.Add);
        return log;
    }

    private void Add(LLamaLogLevel level, string text)
    {
        lock (_gate)
        {
            if (level != LLamaLogLevel.Continue) _level = level;
            _open.Append(text);
            if (!text.EndsWith('\n')) return;
            foreach (var line in _open.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)) _lines.Add((_level, line.TrimEnd()));
            _open.Clear();
            if (_lines.Count > Capacity) _lines.RemoveRange(0, _lines.Count - Capacity);
        }
    }
}
