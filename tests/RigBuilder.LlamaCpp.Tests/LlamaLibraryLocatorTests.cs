namespace RigBuilder.LlamaCpp.Tests;

public sealed class LlamaLibraryLocatorTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, true);

    private string Place(string at, params string[] names)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, at)).FullName;
        foreach (var name in names) File.WriteAllText(Path.Combine(folder, name), "");
        return folder;
    }

    [TestCase("libllama.so", "libggml.so", "libggml-base.so")]
    [TestCase("libllama.v0.4.0.so", "libggml.v0.4.0.so", "libggml-base.so")]
    [TestCase("libllama.vulkan.v0.4.0.so", "libggml.vulkan.v0.4.0.so", "libggml-base.so")]
    [TestCase("libllama.so.0", "libggml.so.0", "libggml-base.so.0")]
    [TestCase("llama.dll", "ggml.dll", "ggml-base.dll")]
    [TestCase("libllama.0.dylib", "libggml.dylib", "libggml-base.dylib")]
    public void Files_OfEveryNaming_AreFound(string llama, string ggml, string ggmlBase)
    {
        var folder = Place("x", llama, ggml, ggmlBase, "libllama-common.so", "llama-addon.node", "libggml-cpu-haswell.so", "libggml-vulkan.so", "ggml-cpu.dll");
        var found = LlamaLibraryFiles.In(folder)!;
        Assert.That((Path.GetFileName(found.Llama), Path.GetFileName(found.Ggml), Path.GetFileName(found.GgmlBase)), Is.EqualTo((llama, ggml, ggmlBase)));
    }

    [Test]
    public void Override_WhenSet_IsTheOnlyPlace()
    {
        Place("native", "libllama.so", "libggml.so", "libggml-base.so");
        var empty = Place("empty");
        var found = new LlamaLibraryLocator(empty, _folder).Find();
        Assert.That(found.Diagnostics.Single().Code, Is.EqualTo("RB5001"));
        Assert.That(found.Reason, Does.Contain("RIGBUILDER_LLAMA_DIR"));
    }

    [Test]
    public void Program_BesideItsNatives_FindsThem()
    {
        Place("native", "libllama.so", "libggml.so", "libggml-base.so");
        Assert.That(new LlamaLibraryLocator(null, _folder).Find().Succeeded, Is.True);
    }

    [Test]
    public void Artifacts_WithPackagesOfOtherPlatforms_AreSearchedForThisOne()
    {
        var platform = (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "mac" : "linux")
            + (System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "-arm64" : "-x64");
        var other = platform.EndsWith("arm64", StringComparison.Ordinal) ? platform.Replace("arm64", "x64") : platform.Replace("x64", "arm64");
        foreach (var name in new[] { platform, other })
            Place($"artifacts/native/cpu/node_modules/@node-llama-cpp/{name}/bins/{name}", "libllama.so", "libggml.so", "libggml-base.so");
        var found = new LlamaLibraryLocator(null, Place("artifacts/bin/x/debug")).Find();
        Assert.That(found.Value!.Folder, Does.EndWith(platform));
    }

    [Test]
    public void Library_ThatIsNone_IsRefusedNotLoaded()
    {
        Place("native", "libllama.so", "libggml.so", "libggml-base.so");
        Assert.That(new LlamaCppRuntime(new LlamaLibraryLocator(null, _folder)).Open().Diagnostics.Single().Code, Is.EqualTo("RB5002"));
    }
}
