namespace RigBuilder.Workbench.Frames;

/// <summary>A line a person types into.</summary>
/// <param name="Label">What stands before it.</param>
/// <param name="Text">What has been typed.</param>
/// <param name="Caret">Position of the caret in characters; null when the field does not have the keyboard.</param>
/// <param name="Placeholder">What to say while it is empty.</param>
public sealed record TextField(string Label, string Text, int? Caret, string Placeholder = "");
