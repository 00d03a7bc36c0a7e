using RigBuilder.Cli.Composition;

namespace RigBuilder.Scenarios.Tests;

/// <summary>The shipped catalog, rules and calibration, read once for all tests that do not change them.</summary>
internal static class ShippedWorld
{
    private static readonly Lazy<LoadedWorld> Read = new(() => WorldLoader.Load(new DataFolders(Checkout.Root, [])));

    public static LoadedWorld Loaded => Read.Value;
}
