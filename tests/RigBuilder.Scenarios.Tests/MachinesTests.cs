namespace RigBuilder.Scenarios.Tests;

/// <summary>Machines that are bought whole, and GPUs that share the system's memory.</summary>
public sealed class MachinesTests
{
    private static readonly string[] Giant = ["--model", "gpt-oss-120b", "--quant", "mxfp4", "--context", "8192", "--json"];

    [Test]
    public void Predict_OfAMachine_TakesItsMemoryPriceAndPower()
    {
        var json = CliRun.Of(["predict", "--machine", "Mac Studio M3 Ultra 512GB", .. Giant]).Json;
        Assert.Multiple(() =>
        {
            Assert.That((string?)json["placement"]!["mode"], Is.EqualTo("single-gpu"));
            Assert.That((string?)json["placement"]!["backend"], Is.EqualTo("metal"));
            Assert.That((double)json["system_memory"]!["bandwidth_bytes_per_second"]!, Is.EqualTo(819.2e9).Within(1e6));
            Assert.That((double)json["price"]!["total_usd"]!, Is.EqualTo(17589));
            Assert.That((double)json["power"]!["rated_watts"]!, Is.EqualTo(270));
            Assert.That(json["power"]!["recommended_psu_watts"], Is.Null);
        });
    }

    [Test]
    public void Predict_OfAMachineWithoutSize_ListsTheSizes()
    {
        var run = CliRun.Of(["predict", "--machine", "mac studio m4 max", .. Giant]);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("mac-studio-m4-max-64gb").And.Contain("mac-studio-m4-max-128gb"));
    }

    [TestCase("machine: gmktec-evo-x2-128gb")]
    [TestCase("parts: { gpu: gmktec-evo-x2-128gb }")]
    [TestCase("parts: { machine: GMKtec EVO-X2 128GB }")]
    public void Check_OfAMachine_HasNothingMissing(string line)
    {
        using var folder = new ScratchFolder();
        folder.Write("box.rig.yaml", $"format: 2\nquest: {{ model: gpt-oss-120b, quant: mxfp4, context: 8192 }}\n{line}\n");
        var run = CliRun.In(folder.Path, "", "check", "box.rig.yaml");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Out, Does.Contain("achievement giant-in-vram").And.Contain("3,500 USD").And.Not.Contain("-chosen").And.Not.Contain("counts as missing"));
    }

    // A Ryzen AI Max with 32 GB of sockets is no box of 128 GB; an HX 370 with 96 GB runs the model on its GPU (llama.cpp issue 19818).
    [TestCase("radeon-8060s", "2x16 GB DDR5-5600", "gpt-oss-120b", "mxfp4", "does-not-fit")]
    [TestCase("radeon-8060s", "64 GB LPDDR5X-8000", "gpt-oss-120b", "mxfp4", "partial")]
    [TestCase("radeon-8060s", "128 GB LPDDR5X-8000", "gpt-oss-120b", "mxfp4", "single-gpu")]
    [TestCase("radeon-890m", "2x48 GB DDR5-5600", "glm-4.7-flash", "q8_0", "single-gpu")]
    public void SharedMemory_IsTheOneThatIsFitted(string gpu, string ram, string model, string quant, string mode)
    {
        var json = CliRun.Of("predict", "--gpu", gpu, "--cpu", "ryzen-ai-max-plus-395", "--ram", ram, "--model", model, "--quant", quant, "--context", "8192", "--json").Json;
        Assert.That((string?)json["placement"]!["mode"], Is.EqualTo(mode));
    }

    [Test]
    public void SharedMemory_ThatIsNotNamed_IsToldAsAssumed() =>
        Assert.That(CliRun.Of(["predict", "--gpu", "radeon-8060s", .. Giant]).Json["assumptions"]!.ToJsonString(), Does.Contain("is not named: 110 GiB"));

    [TestCase("96 GiB", 0)]
    [TestCase("200 GiB", 2)]
    public void Limit_OfASharedMemory_IsTheShareUpToAllOfIt(string limit, int exit)
    {
        var run = CliRun.Of(["predict", "--machine", "gmktec-evo-x2-128gb", "--vram-limit", limit, .. Giant]);
        Assert.That(run.ExitCode, Is.EqualTo(exit), run.ToString());
        Assert.That(exit == 0 ? run.Out : run.Error, Does.Contain(exit == 0 ? "single-gpu" : "vram_limit: 200 GiB is more than the 128 GiB"));
    }

    [Test]
    public void PartOfAMachine_ThatCannotBeChanged_IsTold()
    {
        using var folder = new ScratchFolder();
        folder.Write("mac.rig.yaml", "format: 2\nmachine: mac-mini-m4-16gb\nparts: { cpu: ryzen-9-7900 }\n");
        Assert.That(CliRun.In(folder.Path, "", "check", "mac.rig.yaml").Error, Does.Contain("mac.rig.yaml:3:15: warning RB4005: Apple Mac mini (M4) 16 GB comes with its own cpu"));
    }

    [Test]
    public void PartThatTheCatalogLacks_IsToldWithItsMachine()
    {
        using var folder = new ScratchFolder();
        folder.Write("config/catalog/machines/box.yaml", "machines: [{ id: my-box, name: My box, form: mini-pc, holds: { gpu: radeon-9999 } }]");
        var run = CliRun.In(folder.Path, "", "catalog", "check");
        Assert.That(run.Error, Does.Contain("warning RB2006: 'radeon-9999' is not a gpu of this catalog"), run.ToString());
    }
}
