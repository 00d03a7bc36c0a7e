using RigBuilder.Workbench.Host;

namespace RigBuilder.Workbench.Frames;

/// <summary>A key that does something now.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">What it does, in a word or two.</param>
/// <param name="Enabled">Whether it does it now; pressing it anyway says why not.</param>
public sealed record Hint(Key Key, string Name, bool Enabled);
