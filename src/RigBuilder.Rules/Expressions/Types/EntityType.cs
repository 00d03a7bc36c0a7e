using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RigBuilder.Rules.Expressions.Types;

/// <summary>A kind of thing that rules speak of, with its members: a graphics card, the plan, the quest.</summary>
public sealed class EntityType : RuleType
{
    private readonly FrozenDictionary<string, Member> _byName;

    internal EntityType(string name, string plural, string doc, ImmutableArray<Member> members)
    {
        (Name, Plural, Doc, Members) = (name, plural, doc, members);
        _byName = members.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (var member in members) member.BelongTo(this);
    }

    /// <summary>Its name in rules and documentation: "gpu".</summary>
    public string Name { get; }

    /// <summary>Several of them in words: "graphics cards".</summary>
    public string Plural { get; }

    /// <summary>What it is.</summary>
    public string Doc { get; }

    /// <summary>Its members in the order of the documentation.</summary>
    public ImmutableArray<Member> Members { get; }

    /// <summary>The member of this name, or null.</summary>
    public Member? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string Describe() => $"the whole {Name}";
}
