namespace RigBuilder.Domain.Settings;

/// <summary>How a setting's value is written as text, wherever a person writes it: option, batch key, rig file, prompt.</summary>
/// <param name="Shape">What may be written.</param>
/// <param name="Read">Reads a trimmed text.</param>
/// <param name="Write">Writes a value so that <paramref name="Read"/> gives it back.</param>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed record SettingFormat<T>(SettingShape Shape, Func<string, SettingReading<T>> Read, Func<T, string> Write);

/// <summary>A value as read, or why it is none.</summary>
/// <param name="Value">The value; only good without problem.</param>
/// <param name="Problem">What is wrong and what to write; null when nothing is.</param>
internal readonly record struct SettingReading<T>(T Value, string? Problem = null)
{
    public static SettingReading<T> Failed(string problem) => new(default!, problem);

    public static implicit operator SettingReading<T>(T value) => new(value);
}
