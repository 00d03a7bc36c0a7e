namespace RigBuilder.LlamaCpp.Tests;

/// <summary>The native library for tests. Where there is none, a test is reported as ignored with the reason.</summary>
public static class Natives
{
    public static LlamaLibraryLocator Locator { get; } = LlamaLibraryLocator.ForThisProgram();

    public static LlamaLibraryLocator Require()
    {
        var found = Locator.Find();
        if (!found.Succeeded) Assert.Ignore(found.Reason);
        return Locator;
    }
}
