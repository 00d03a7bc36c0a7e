namespace RigBuilder.Domain;

/// <summary>Argument checks of the domain. A failed check is a bug in the caller, never a user's mistake.</summary>
internal static class Guard
{
    /// <summary>Returns <paramref name="value"/> when it is finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public static double NotNegative(double value, string name) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "must be finite and at least 0");
}
