namespace RigBuilder.Machine.Reports;

/// <summary>Makes readings with the value's type inferred.</summary>
public static class Reading
{
    /// <summary>Reported by hardware, firmware, driver or kernel.</summary>
    public static Reading<T> Of<T>(T value, string source) => new(value, source, Confidence.Reported);

    /// <summary>Computed or looked up.</summary>
    public static Reading<T> Derived<T>(T value, string source) => new(value, source, Confidence.Derived);

    /// <summary>From a source that is wrong at times.</summary>
    public static Reading<T> Hint<T>(T value, string source) => new(value, source, Confidence.Hint);

    /// <summary>Reported when there is a value, else unknown.</summary>
    public static Reading<T> OfNullable<T>(T? value, string source)
        where T : struct => value is { } known ? Of(known, source) : default;

    /// <summary>Reported when there is a text that is not blank, else unknown.</summary>
    public static Reading<string> OfText(string? value, string source) =>
        string.IsNullOrWhiteSpace(value) ? default : Of(value.Trim(), source);
}
