namespace RigBuilder.LlamaCpp.Tests;

public sealed class LoaderReasonTests
{
    private const string Path = "/opt/llama/libggml-base.so";
    private const string Advice =
        "Unable to load shared library '/opt/llama/libggml-base.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace.";

    [Test]
    public void Reason_AmongAdviceAndOtherNames_IsWhatTheSystemSaidAboutTheFile() =>
        Assert.That(
            LlamaCppRuntime.Reason(Path, $"{Advice}\n{Path}: cannot open shared object file: Permission denied\n{Path}.so: cannot open shared object file: No such file or directory\n"),
            Is.EqualTo("cannot open shared object file: Permission denied"));

    [Test]
    public void Reason_AboutAnotherFile_IsKept() =>
        Assert.That(
            LlamaCppRuntime.Reason(Path, $"{Advice}\nlibcudart.so.12: cannot open shared object file: No such file or directory"),
            Is.EqualTo("libcudart.so.12: cannot open shared object file: No such file or directory"));

    [Test]
    public void Reason_InOneLine_IsTheLineWithoutAdvice() =>
        Assert.That(LlamaCppRuntime.Reason(Path, Advice), Does.Not.Contain("strace").And.Contain("Unable to load"));
}
