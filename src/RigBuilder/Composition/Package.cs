using System.Collections.Immutable;
using System.Reflection;

namespace RigBuilder.Cli.Composition;

/// <summary>A package that the program stands on, as the build wrote it down from the central versions.</summary>
/// <param name="Name">Its name on the feed.</param>
/// <param name="Version">Its pinned version.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Comes">When it comes in: always, with the tests, or as an extra.</param>
/// <param name="IsIn">Whether this program was built with it.</param>
internal sealed record Package(string Name, string Version, string Use, string Comes, bool IsIn)
{
    /// <summary>What brings the extras in that are out.</summary>
    public const string HowToGetExtras = "./rig extras asks the package feed for the extras (./rig extras -p:Vulkan=true for Vulkan too)";

    /// <summary>All that the program names, extras and the tests' included.</summary>
    public static ImmutableArray<Package> All { get; } =
        [.. typeof(Package).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Select(Read).OfType<Package>().OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Whether it is used only where the package feed serves it.</summary>
    public bool IsExtra => Comes.StartsWith("extra", StringComparison.Ordinal);

    private static Package? Read(AssemblyMetadataAttribute told) => told.Value?.Split('|') is [var version, var use, var comes, var isIn]
        ? new Package(told.Key, version, use, comes, isIn == "true")
        : null;
}
