using System.Text.Json;
using System.Text.Json.Serialization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Rendering;

/// <summary>Quantities as numbers in one unit each.</summary>
internal static class UnitConverters
{
    /// <summary>A converter for every unit that a report holds.</summary>
    public static JsonConverter[] All =>
    [
        new NumberConverter<Bytes>(b => b.Count, n => Bytes.FromCount((long)n)),
        new NumberConverter<TransferRate>(r => r.MegaTransfers, TransferRate.FromMegaTransfers),
        new NumberConverter<Frequency>(f => f.Gigahertz, Frequency.FromGigahertz),
        new NumberConverter<Watts>(w => w.Value, Watts.FromValue),
    ];

    /// <summary>The unit in which a type is written; null for types that are no quantities.</summary>
    public static string? UnitOf(Type type) => type switch
    {
        _ when type == typeof(Bytes) => "B",
        _ when type == typeof(TransferRate) => "MT/s",
        _ when type == typeof(Frequency) => "GHz",
        _ when type == typeof(Watts) => "W",
        _ => null,
    };

    private sealed class NumberConverter<T>(Func<T, double> number, Func<double, T> make) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = reader.GetDouble();
            return double.IsFinite(value) && value is >= 0 and < 9e18 ? make(value) : throw new JsonException("a quantity is out of range");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (value is Bytes bytes) writer.WriteNumberValue(bytes.Count);
            else writer.WriteNumberValue(number(value));
        }
    }
}
