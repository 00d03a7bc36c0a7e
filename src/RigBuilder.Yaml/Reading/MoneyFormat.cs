using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>An amount of money: "899 USD". Decimal throughout, so that cents stay exact.</summary>
internal sealed class MoneyFormat : ScalarFormat<Money>
{
    private const decimal Most = 1_000_000_000_000m;
    private const string Unit = "USD";

    private readonly QuantityFormat<Money> _explain = new(Dimension.Price, Unit, (double)Most, q => Money.FromUsd((decimal)q.Value));

    public override Money Placeholder => default;

    protected override string Expected => "a price, for example '899 USD'";

    public override JsonObject Describe() => _explain.Describe();

    protected override bool TryRead(YamlScalar scalar, ReadContext context, out Money value)
    {
        var text = scalar.Text.AsSpan().Trim();
        if (text.EndsWith(Unit, StringComparison.Ordinal)
            && decimal.TryParse(text[..^Unit.Length], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            && amount is >= 0 and <= Most)
        {
            value = Money.FromUsd(amount);
            return true;
        }

        return _explain.TryRead((YamlNode)scalar, context, out value);
    }
}
