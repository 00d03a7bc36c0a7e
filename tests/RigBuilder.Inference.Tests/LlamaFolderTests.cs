using System.Runtime.InteropServices;

namespace RigBuilder.Inference.Tests;

public sealed class LlamaFolderTests
{
    private const string File = "/opt/llama/libggml-base.so";
    private const string Advice =
        "Unable to load shared library '/opt/llama/libggml-base.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace.";

    [Test]
    public void Commit_OfThePackagesNatives_IsTheOneWeHoldOthersTo()
    {
        using var library = Natives.Require().Open().Value!;
        Assert.That(LlamaFolder.Told(NativeLibrary.Load(NativeExports.Loaded("ggml-base")!)), Is.EqualTo(LlamaFolder.Commit));
    }

    [TestCase("815a2a5", true)]
    [TestCase("815a2a591d0c5a2a", true)]
    [TestCase("815a", false)]
    [TestCase("unknown", false)]
    [TestCase("0123456789", false)]
    public void Commit_IsTheSame_HoweverAbbreviated(string commit, bool same) => Assert.That(LlamaFolder.Same(commit), Is.EqualTo(same));

    [TestCase("cannot open shared object file: Permission denied", $"{Advice}\n{File}: cannot open shared object file: Permission denied\n{File}.so: cannot open shared object file: No such file or directory\n")]
    [TestCase("libcudart.so.12: cannot open shared object file: No such file or directory", $"{Advice}\nlibcudart.so.12: cannot open shared object file: No such file or directory")]
    [TestCase("Unable to load shared library '/opt/llama/libggml-base.so' or one of its dependencies.", Advice)]
    public void Reason_AmongAdviceAndOtherNames_IsWhatTheSystemSaid(string reason, string message) =>
        Assert.That(LlamaFolder.Reason(File, message), Is.EqualTo(reason));
}
