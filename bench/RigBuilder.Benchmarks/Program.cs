using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(RigBuilder.Benchmarks.Worlds).Assembly).Run(args);
