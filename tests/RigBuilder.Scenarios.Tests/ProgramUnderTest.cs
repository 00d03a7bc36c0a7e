namespace RigBuilder.Scenarios.Tests;

/// <summary>
/// The program that is run as a process of its own: the one built with the tests, or the one that RIGBUILDER_PROGRAM names – an installed
/// or native one – which then answers commands too, instead of the test process.
/// </summary>
internal static class ProgramUnderTest
{
    /// <summary>The program that was named; null for the one built with the tests.</summary>
    public static string? Named { get; } = Environment.GetEnvironmentVariable("RIGBUILDER_PROGRAM") is { Length: > 0 } named ? System.IO.Path.GetFullPath(named, Checkout.Root) : null;

    /// <summary>Its executable.</summary>
    public static string Path { get; } = Named ?? System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "rigbuilder.exe" : "rigbuilder");

    /// <summary>Its folder.</summary>
    public static string Folder { get; } = System.IO.Path.GetDirectoryName(Path)!;
}
