namespace RigBuilder.Domain.Units;

/// <summary>An amount in US dollars (the currency of the shipped catalog). Never negative; the default is zero.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(decimal amount) => Amount = amount;

    /// <summary>The amount in US dollars.</summary>
    public decimal Amount { get; }

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>From an amount in US dollars.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Money FromUsd(decimal amount) => new(amount >= 0 ? amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "must be at least 0"));

    /// <summary>Sum.</summary>
    public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);

    /// <summary>Price of several.</summary>
    public static Money operator *(Money a, int count) => FromUsd(a.Amount * count);

    /// <summary>Whether <paramref name="a"/> is smaller.</summary>
    public static bool operator <(Money a, Money b) => a.Amount < b.Amount;

    /// <summary>Whether <paramref name="a"/> is larger.</summary>
    public static bool operator >(Money a, Money b) => a.Amount > b.Amount;

    /// <summary>Whether <paramref name="a"/> is not larger.</summary>
    public static bool operator <=(Money a, Money b) => a.Amount <= b.Amount;

    /// <summary>Whether <paramref name="a"/> is not smaller.</summary>
    public static bool operator >=(Money a, Money b) => a.Amount >= b.Amount;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <summary>As a quantity with its dimension.</summary>
    public Quantity ToQuantity() => new((double)Amount, Dimension.Price);

    /// <summary>"1,299 USD".</summary>
    public override string ToString() => QuantityText.Format(ToQuantity());
}
