using RigBuilder.Domain.Naming;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>Names as people write them, typed into the model picker and the filter of the parts.</summary>
public sealed class NamesTests
{
    [TestCase("TheBloke/LLaMA-7B-GGUF:Q5_K_M", "llama-7b", "q5_k_m")]
    [TestCase("llama-65b.Q8_0.gguf", "llama-65b", "q8_0")]
    [TestCase("65b", "llama-65b", "q4_k_m")]
    public void ModelPicker_NameFromElsewhere_ChoosesModelAndQuant(string typed, string model, string quant)
    {
        var quest = Stage.Empty.Press("Enter").Type(typed).Press("Enter").State.Build.Quest;
        Assert.That((quest.ModelId, quest.QuantId), Is.EqualTo((model, quant)));
    }

    [Test]
    public void ModelPicker_SizeThatNoModelHas_IsAGuess()
    {
        var stage = Stage.Empty.Press("Enter").Type("24B").Expect("a guess by its size").Press("Enter");
        Assert.That(stage.State.Appraisal.Quest.Model!.Guessed);
    }

    [Test]
    public void ModelPicker_File_IsReadAndTaken()
    {
        var stage = Stage.Empty.Press("Enter").Type("my.gguf").Expect("read this file").Press("Enter");
        var effect = stage.Effect<Effect.ReadModel>();
        Assert.That((effect.Name, effect.Chosen), Is.EqualTo(("my.gguf", true)));
        var known = new NamedModel(FixtureCatalog.Catalog.Models.Items[0] with { Id = "mine", Name = "Mine" }, FixtureCatalog.Catalog.Quants.Items[0]);
        stage.Tell(new Message.ModelRead("my.gguf", Resolution<NamedModel>.Of(known, "my.gguf: read"), Chosen: true)).Expect("Mine");
        Assert.That(stage.State.Appraisal.Quest.Quant!.Id, Is.EqualTo(known.Quant!.Id));
    }

    [Test]
    public void Loaded_RigWithAModelFile_ReadsItOnce()
    {
        var start = ScreenState.Start(FixtureWorld.World);
        var build = FixtureWorld.Twin with { Quest = new QuestSpec { ModelId = "gguf:my.gguf" } };
        var step = Updater.Apply(start, new Message.Loaded("rigs/a.rig.yaml", build));
        Assert.That(step.Effects.OfType<Effect.ReadModel>().Single().RigPath, Is.EqualTo("rigs/a.rig.yaml"));
        var read = Updater.Apply(step.State, new Message.ModelRead("gguf:my.gguf", Resolution<NamedModel>.None("there is no file"), Chosen: false));
        Assert.Multiple(() =>
        {
            Assert.That(read.Effects.OfType<Effect.ReadModel>(), Is.Empty);
            Assert.That(read.State.Notice!.Text, Is.EqualTo("there is no file"));
            Assert.That(read.State.Build.Quest.ModelId, Is.EqualTo("gguf:my.gguf"));
        });
    }

    [TestCase("2x 4090", "rtx-4090")]
    [TestCase("AMD Radeon RX 7900 XTX (RADV NAVI31)", "rx-7900-xtx")]
    public void Filter_NameFromElsewhere_FindsThePart(string typed, string id)
    {
        var stage = Stage.On(FixtureWorld.Twin, new Size(140, 40)).Press("/").Type(typed);
        Assert.That(stage.Bench.Listed.Select(c => c.Part.Id), Does.Contain(id));
    }
}
