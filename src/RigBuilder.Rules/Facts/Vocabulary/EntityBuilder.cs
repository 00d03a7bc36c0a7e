using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>Declares the members of an entity: name, documentation and how to read it of a <typeparamref name="T"/>.</summary>
internal sealed class EntityBuilder<T>
    where T : class
{
    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();

    public EntityBuilder<T> Number(string name, Func<T, double?> read, string doc, FigureStyle style = FigureStyle.Auto) =>
        Number(name, Dimension.None, read, doc, style);

    public EntityBuilder<T> Number(string name, Dimension dimension, Func<T, double?> read, string doc, FigureStyle style = FigureStyle.Auto) =>
        Add(new Member(name, NumberType.Of(dimension, style), doc) { Number = thing => read((T)thing) ?? double.NaN });

    public EntityBuilder<T> Size(string name, Func<T, Bytes?> read, string doc) =>
        Number(name, Dimension.Size, thing => read(thing)?.Count, doc);

    public EntityBuilder<T> DriveSize(string name, Func<T, Bytes?> read, string doc) =>
        Number(name, Dimension.Size, thing => read(thing)?.Count, doc, FigureStyle.DecimalSize);

    public EntityBuilder<T> Bandwidth(string name, Func<T, BytesPerSecond?> read, string doc) =>
        Number(name, Dimension.Bandwidth, thing => read(thing)?.Value, doc);

    public EntityBuilder<T> Rate(string name, Func<T, Flops?> read, string doc) =>
        Number(name, Dimension.FlopRate, thing => read(thing)?.Value, doc);

    public EntityBuilder<T> Power(string name, Func<T, Watts?> read, string doc) =>
        Number(name, Dimension.Power, thing => read(thing)?.Value, doc);

    public EntityBuilder<T> Length(string name, Func<T, Millimetres?> read, string doc) =>
        Number(name, Dimension.Length, thing => read(thing)?.ToQuantity().Value, doc);

    public EntityBuilder<T> Price(string name, Func<T, Money?> read, string doc) =>
        Number(name, Dimension.Price, thing => read(thing)?.ToQuantity().Value, doc);

    public EntityBuilder<T> Speed(string name, Func<T, TokensPerSecond?> read, string doc) =>
        Number(name, Dimension.TokenRate, thing => read(thing)?.Value, doc);

    public EntityBuilder<T> Time(string name, Func<T, Duration?> read, string doc) =>
        Number(name, Dimension.Time, thing => read(thing)?.Seconds, doc);

    public EntityBuilder<T> DataRate(string name, Func<T, TransferRate?> read, string doc) =>
        Number(name, Dimension.TransferRate, thing => read(thing)?.ToQuantity().Value, doc);

    public EntityBuilder<T> Clock(string name, Func<T, Frequency?> read, string doc) =>
        Number(name, Dimension.Clock, thing => read(thing)?.ToQuantity().Value, doc);

    public EntityBuilder<T> Flag(string name, Func<T, bool?> read, string doc) =>
        Add(new Member(name, TruthType.Instance, doc) { Truth = thing => Truths.Of(read((T)thing)) });

    public EntityBuilder<T> Text(string name, Func<T, string?> read, string doc) =>
        Add(new Member(name, TextType.Instance, doc) { Text = thing => read((T)thing) });

    public EntityBuilder<T> Word(string name, WordType words, Func<T, string?> read, string doc) =>
        Add(new Member(name, words, doc) { Text = thing => read((T)thing) });

    public EntityBuilder<T> Word<TEnum>(string name, WordType words, Func<T, TEnum?> read, string doc)
        where TEnum : struct, Enum =>
        Add(new Member(name, words, doc) { Text = thing => read((T)thing) is { } value ? Words.Of(words, value) : null });

    public EntityBuilder<T> Thing(string name, EntityType type, Func<T, object?> read, string doc) =>
        Add(new Member(name, type, doc) { Thing = thing => read((T)thing) });

    public EntityBuilder<T> List(string name, RuleType element, Func<T, IReadOnlyList<object>?> read, string doc) =>
        Add(new Member(name, new ListType(element), doc) { List = thing => read((T)thing) });

    public EntityType Build(string name, string plural, string doc) => new(name, plural, doc, _members.ToImmutable());

    private EntityBuilder<T> Add(Member member)
    {
        _members.Add(member);
        return this;
    }
}
