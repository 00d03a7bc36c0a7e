using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>An amount of money: "899 USD". Decimal throughout, so that cents stay exact.</summary>
/// <param name="per">What may follow the currency and changes nothing: "/kWh" for a price per kWh; empty for none.</param>
internal sealed class MoneyFormat(string per = "") : ScalarFormat<Money>
{
    private const decimal Most = 1_000_000_000_000m;
    private const string Unit = "USD";

    private readonly QuantityFormat<Money> _explain = new(Dimension.Price, Unit, (double)Most, q => Money.FromUsd((decimal)q.Value));

    public override Money Placeholder => default;

    protected override string Expected => "a price, for example '899 USD'";

    public override JsonObject Describe()
    {
        var schema = _explain.Describe();
        if (per.Length > 0) schema["pattern"] = schema["pattern"]!.ToString().Replace("$", $"({per})?$", StringComparison.Ordinal);
        return schema;
    }

    protected override bool TryRead(YamlScalar scalar, ReadContext context, out Money value)
    {
        var text = scalar.Text.AsSpan().Trim();
        if (per.Length > 0 && text.EndsWith(Unit + per, StringComparison.Ordinal)) text = text[..^per.Length];
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
