using System.Diagnostics;
using System.Globalization;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.SideBySide;

/// <summary>The loop in loop.c, compiled with the system's C compiler and kept running.</summary>
internal sealed class IndependentLoop : IDisposable
{
    private readonly Process _process;
    private readonly int _threads;

    private IndependentLoop(Process process, int threads) => (_process, _threads) = (process, threads);

    /// <summary>Compiles and starts it; null, with a word on standard error, when either fails.</summary>
    public static IndependentLoop? Start(string source, string folder, string libraries, string model, int threads)
    {
        var program = Path.Combine(folder, "loop");
        if (!Compiler.Compile(source, program)) return null;
        var start = new ProcessStartInfo(program, [libraries, model, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return process.StandardOutput.ReadLine()?.StartsWith("ready", StringComparison.Ordinal) == true ? new IndependentLoop(process, threads) : null;
    }

    /// <summary>Runs a test once.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public TestRun Run(SpeedTest test)
    {
        _process.StandardInput.WriteLine($"{(test.Kind == SpeedTestKind.Prompt ? "pp" : "tg")} {test.Tokens}");
        _process.StandardInput.Flush();
        var fields = _process.StandardOutput.ReadLine()?.Split(' ') ?? throw new InvalidOperationException("the loop ended");
        double wall = double.Parse(fields[0], CultureInfo.InvariantCulture), cpu = double.Parse(fields[1], CultureInfo.InvariantCulture);
        return new TestRun(test.Tokens, Duration.FromSeconds(wall), cpu / (wall * _threads));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000)) _process.Kill();
        _process.Dispose();
    }
}
