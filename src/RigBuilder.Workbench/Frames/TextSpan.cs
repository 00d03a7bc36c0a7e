namespace RigBuilder.Workbench.Frames;

/// <summary>A piece of text with one meaning.</summary>
/// <param name="Text">The text, without line breaks.</param>
/// <param name="Role">Its meaning.</param>
public readonly record struct TextSpan(string Text, Role Role);
