namespace RigBuilder.Scenarios.Tests;

/// <summary>What "validate" refuses before it looks at any file.</summary>
public sealed class ValidateOptionsTests
{
    [TestCase("--model", "llama-2-7b")]
    [TestCase("--quant", "Q4_0")]
    public void Gguf_BesideAModelOrQuant_IsRefused(string option, string value)
    {
        using var scratch = new ScratchFolder();
        var run = CliRun.In(scratch.Path, "", "validate", "--gguf", "any.gguf", option, value);
        Assert.That((run.ExitCode, run.Error.Contains("RB5009", StringComparison.Ordinal)), Is.EqualTo((2, true)), run.ToString());
    }
}
