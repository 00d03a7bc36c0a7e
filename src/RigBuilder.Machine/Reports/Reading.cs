namespace RigBuilder.Machine.Reports;

/// <summary>
/// One thing we know, or do not know, about the machine: a value with where it comes from. The default is unknown.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public readonly record struct Reading<T>
{
    private readonly T? _value;
    private readonly string? _source;

    internal Reading(T value, string source, Confidence confidence) =>
        (IsKnown, _value, _source, Confidence) = (true, value, source, confidence);

    private Reading(string why) => _source = why;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is unknown; ask <see cref="IsKnown"/> first or use <see cref="TryGet"/>.</exception>
    public T Value => IsKnown ? _value! : throw new InvalidOperationException("the reading is unknown");

    /// <summary>Where the value comes from ("/proc/meminfo"); for an unknown one why it is unknown, possibly empty.</summary>
    public string Source => _source ?? "";

    /// <summary>How far to trust it; meaningless when unknown.</summary>
    public Confidence Confidence { get; }

    /// <summary>An unknown reading with the reason.</summary>
    public static Reading<T> Unknown(string why = "") => new(why);

    /// <summary>The value when known.</summary>
    public bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsKnown;
    }

    /// <summary>The value, or <paramref name="fallback"/> when unknown.</summary>
    public T ValueOr(T fallback) => IsKnown ? _value! : fallback;

    /// <summary>The same reading of a computed value; unknown stays unknown.</summary>
    public Reading<TOther> Select<TOther>(Func<T, TOther> compute) =>
        IsKnown ? new Reading<TOther>(compute(_value!), Source, Confidence) : Reading<TOther>.Unknown(Source);

    /// <summary>This reading where it is known, else the other.</summary>
    public Reading<T> Or(Reading<T> other) => IsKnown ? this : other.IsKnown || Source.Length == 0 ? other : this;

    /// <summary>The same reading, trusted no further than <paramref name="cap"/>.</summary>
    public Reading<T> AtMost(Confidence cap) => IsKnown && Confidence > cap ? new Reading<T>(_value!, Source, cap) : this;

    /// <summary>The value, or "unknown", with its source.</summary>
    public override string ToString() => IsKnown ? $"{_value} ({Source})" : Source.Length == 0 ? "unknown" : $"unknown ({Source})";
}

/// <summary>How far a reading can be trusted; higher values win where sources disagree.</summary>
public enum Confidence
{
    /// <summary>Told by a source that is known to be wrong at times.</summary>
    Hint,

    /// <summary>Computed from or looked up by something the hardware or its driver reported.</summary>
    Derived,

    /// <summary>Reported by the hardware, its firmware, its driver or the kernel.</summary>
    Reported,
}
