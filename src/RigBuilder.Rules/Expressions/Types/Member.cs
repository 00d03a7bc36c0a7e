namespace RigBuilder.Rules.Expressions.Types;

/// <summary>
/// A named fact of an entity, with its type and documentation. Readers of unknown facts give NaN, <see cref="Truth.Unknown"/>
/// or null; exactly one reader is set, by the type.
/// </summary>
public sealed class Member
{
    internal Member(string name, RuleType type, string doc) => (Name, Type, Doc) = (name, type, doc);

    /// <summary>Name in rules, snake_case.</summary>
    public string Name { get; }

    /// <summary>Type of its value.</summary>
    public RuleType Type { get; }

    /// <summary>What it is, one sentence.</summary>
    public string Doc { get; }

    /// <summary>The entity it belongs to.</summary>
    public EntityType Owner { get; private set; } = null!;

    /// <summary>"gpu.vram".</summary>
    public string FullName => $"{Owner.Name}.{Name}";

    internal Func<object, double>? Number { get; init; }

    internal Func<object, Truth>? Truth { get; init; }

    internal Func<object, string?>? Text { get; init; }

    internal Func<object, object?>? Thing { get; init; }

    internal Func<object, IReadOnlyList<object>?>? List { get; init; }

    internal void BelongTo(EntityType owner) => Owner = owner;
}
