using System.Runtime.InteropServices;
using System.Text;
using RigBuilder.Domain.Units;
using RigBuilder.LlamaCpp;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.SideBySide;

/// <summary>
/// The loop in loop.c as a library in this process, working in the very context that our session made: the same weights, cache and
/// threads in the same places, so that nothing but the loops differs.
/// </summary>
internal sealed unsafe class LoopInOurContext : ILoop
{
    private readonly nint _library;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int, int, double*, double*, int> _turn;
    private readonly LlamaCppSession _session;
    private readonly int _words;
    private readonly int _threads;

    private LoopInOurContext(nint library, LlamaCppSession session, int words, int threads)
    {
        (_library, _session, _words, _threads) = (library, session, words, threads);
        _turn = (delegate* unmanaged[Cdecl]<nint, int, int, int, double*, double*, int>)NativeLibrary.GetExport(library, "loop_turn");
    }

    /// <summary>Compiles and loads it; null, with a word on standard error, when that fails.</summary>
    public static LoopInOurContext? Start(string source, string folder, string libraries, IInferenceSession session, int words, int threads)
    {
        var path = Path.Combine(folder, "loop.so");
        if (!Compiler.Compile(source, path, "-shared", "-fPIC")) return null;
        var library = NativeLibrary.Load(path);
        var bind = (delegate* unmanaged[Cdecl]<byte*, void>)NativeLibrary.GetExport(library, "loop_bind");
        fixed (byte* where = Encoding.UTF8.GetBytes(libraries + '\0')) bind(where);
        return new LoopInOurContext(library, (LlamaCppSession)session, words, threads);
    }

    /// <inheritdoc/>
    public TestRun Run(SpeedTest test)
    {
        double wall, cpu;
        var code = _turn(_session.Context, _words, test.Kind == SpeedTestKind.Prompt ? 0 : 1, test.Tokens, &wall, &cpu);
        if (code != 0) throw new InvalidOperationException($"{test.Name} failed");
        return new TestRun(test.Tokens, Duration.FromSeconds(wall), cpu / (wall * _threads));
    }

    public void Dispose() => NativeLibrary.Free(_library);
}
