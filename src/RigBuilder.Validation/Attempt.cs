using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation;

/// <summary>A value, or the diagnostics that say why there is none. Expected failures come this way, never as exceptions.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed record Attempt<T>
    where T : class
{
    private Attempt(T? value, ImmutableArray<Diagnostic> diagnostics) => (Value, Diagnostics) = (value, diagnostics);

    /// <summary>The value; null when it failed.</summary>
    public T? Value { get; }

    /// <summary>Why it failed, or warnings beside a value.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The first message; "unknown failure" when there is none.</summary>
    public string Reason => Diagnostics.IsEmpty ? "unknown failure" : Diagnostics[0].Message;

    /// <summary>A success, with warnings or without.</summary>
    public static Attempt<T> Of(T value, params ImmutableArray<Diagnostic> warnings) => new(value, warnings);

    /// <summary>A failure.</summary>
    /// <exception cref="ArgumentException">No diagnostic is given: a failure must say why.</exception>
    public static Attempt<T> Failed(params ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.IsEmpty ? throw new ArgumentException("a failure needs a diagnostic", nameof(diagnostics)) : new(null, diagnostics);
}
