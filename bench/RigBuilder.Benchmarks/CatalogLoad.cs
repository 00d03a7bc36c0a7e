using BenchmarkDotNet.Attributes;
using RigBuilder.Cli.Composition;

namespace RigBuilder.Benchmarks;

/// <summary>Reading everything from disk: what a reload in the open workbench costs.</summary>
[MemoryDiagnoser]
public class CatalogLoad
{
    [Benchmark]
    public int ShippedData() => WorldLoader.Load(Worlds.Folders).Diagnostics.Length;
}
