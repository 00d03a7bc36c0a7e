using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RigBuilder.Testing;

/// <summary>Properties written out in a test's body.</summary>
internal static class RandomCases
{
    /// <summary>Tries a property on random cases, the same ones in every run (see <see cref="Seed"/>).</summary>
    public static void CheckRandomCases(this Property property, int cases = 100)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Seed.Cases(cases));
        if (Seed.Text is { } seed)
        {
            var parts = seed.Split(',');
            config = config.WithReplay(ulong.Parse(parts[0], CultureInfo.InvariantCulture), ulong.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        property.Check(config);
    }
}
