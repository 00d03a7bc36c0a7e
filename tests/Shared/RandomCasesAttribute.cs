namespace RigBuilder.Testing;

/// <summary>A property that FsCheck tries on random arguments, the same ones in every run (see <see cref="Seed"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RandomCasesAttribute : FsCheck.NUnit.PropertyAttribute
{
    public RandomCasesAttribute(int cases = 100)
    {
        MaxTest = Seed.Cases(cases);
        if (Seed.Text is { } seed) Replay = seed;
    }
}
