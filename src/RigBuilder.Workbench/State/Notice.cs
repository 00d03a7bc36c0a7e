using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.State;

/// <summary>A message that stays until the next key.</summary>
/// <param name="Text">The message.</param>
/// <param name="Role">Its meaning.</param>
public sealed record Notice(string Text, Role Role = Role.Info);
