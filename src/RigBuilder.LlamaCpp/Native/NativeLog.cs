using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>
/// Collects what the library logs. Lines arrive in pieces; a piece at the "continue" level goes on with the line before it.
/// </summary>
internal sealed unsafe class NativeLog : IDisposable
{
    private const int LevelWarning = 3;
    private const int LevelError = 4;
    private const int LevelContinue = 5;
    private const int Capacity = 2000;
    private readonly Lock _gate = new();
    private readonly List<(int Level, string Line)> _lines = [];
    private readonly StringBuilder _open = new();
    private int _level;
    private GCHandle _self;

    public NativeLog() => _self = GCHandle.Alloc(this);

    /// <summary>
    /// Starts afresh and makes the library log here. It has one log for the whole process, so each user claims it before an action.
    /// </summary>
    public void Claim(LlamaApi api)
    {
        Clear();
        api.LogSet(&Receive, (void*)GCHandle.ToIntPtr(_self));
    }

    /// <summary>Makes the library log nowhere: its own default is to chatter on standard error.</summary>
    public static void Silence(LlamaApi api) => api.LogSet(&Ignore, null);

    private void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
            _open.Clear();
        }
    }

    /// <summary>Everything collected since <see cref="Claim"/>, at most the newest 2,000 lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate) return [.. _lines.Select(l => l.Line)];
        }
    }

    /// <summary>The errors since <see cref="Claim"/> in one line; warnings when there is no error; else the fallback.</summary>
    public string Complaint(string fallback)
    {
        lock (_gate)
        {
            var errors = _lines.Where(l => l.Level == LevelError).Select(l => l.Line).ToList();
            if (errors.Count == 0) errors = [.. _lines.Where(l => l.Level == LevelWarning).Select(l => l.Line)];
            return errors.Count == 0 ? fallback : string.Join("; ", errors.Distinct().Take(3).Select(ForeignText.Steerless));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self.IsAllocated) _self.Free();
    }

    private void Add(int level, string text)
    {
        lock (_gate)
        {
            if (level != LevelContinue) _level = level;
            _open.Append(text);
            if (!text.EndsWith('\n')) return;
            foreach (var line in _open.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)) _lines.Add((_level, line.TrimEnd()));
            _open.Clear();
            if (_lines.Count > Capacity) _lines.RemoveRange(0, _lines.Count - Capacity);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(int level, byte* text, void* data)
    {
        if (GCHandle.FromIntPtr((nint)data).Target is NativeLog log) log.Add(level, LlamaApi.Text(text));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(int level, byte* text, void* data)
    {
    }
}
