namespace RigBuilder.Inference.Tests;

/// <summary>The native library for tests. Where the system cannot load it, a test is reported as ignored with the reason.</summary>
public static class Natives
{
    public static LLamaSharpRuntime Require()
    {
        if (OpenMp.Missing() is { } missing) Assert.Ignore(missing.Message);
        return new LLamaSharpRuntime();
    }
}
