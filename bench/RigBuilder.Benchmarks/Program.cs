using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

if (args is ["judging"])
{
    RigBuilder.Benchmarks.JudgingFigures.Print(Console.Out);
    return;
}

// Building the generated project takes longer than the default two minutes on a busy machine with two cores.
BenchmarkSwitcher.FromAssembly(typeof(RigBuilder.Benchmarks.Worlds).Assembly)
    .Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
