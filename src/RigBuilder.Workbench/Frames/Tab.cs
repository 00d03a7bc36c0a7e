using RigBuilder.Workbench.Host;

namespace RigBuilder.Workbench.Frames;

/// <summary>A screen in the tab bar.</summary>
/// <param name="Key">The key that shows it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Active">Whether it is shown.</param>
public sealed record Tab(Key Key, string Title, bool Active);
