namespace RigBuilder.Scenarios.Tests.Launcher;

/// <summary>What the package feed answers when the launcher asks for the upstream packages.</summary>
internal enum FakeFeed
{
    /// <summary>It has them.</summary>
    Serves,

    /// <summary>It has no such packages.</summary>
    Lacks,

    /// <summary>It cannot be reached.</summary>
    Silent,
}
