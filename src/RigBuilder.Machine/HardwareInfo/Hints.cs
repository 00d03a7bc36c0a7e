using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>Readings from the library's properties, in which zero and blank stand for "unknown".</summary>
internal static class Hints
{
    private const string Source = "Hardware.Info";

    /// <summary>A text; unknown when blank.</summary>
    public static Reading<string> Text(string? text) => string.IsNullOrWhiteSpace(text) ? default : Reading.Hint(text.Trim(), Source);

    /// <summary>A number turned into a value; unknown when zero.</summary>
    public static Reading<T> Of<T>(ulong number, Func<ulong, T> value) => number == 0 ? default : Reading.Hint(value(number), Source);
}
