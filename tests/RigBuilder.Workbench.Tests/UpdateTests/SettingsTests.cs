using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>llama.cpp's settings on the quest screen, by keys alone.</summary>
public sealed class SettingsTests
{
    private static Stage OnSettings => Stage.On(FixtureWorld.Twin).Press("1 Home" + string.Concat(Enumerable.Repeat(" Down", (int)QuestField.Settings)));

    [Test]
    public void Setting_TypedOnTheQuestScreen_IsFixedAndShown()
    {
        var stage = OnSettings.Expect("Settings          planned").Press("Enter").Expect("llama.cpp's settings", "-ngl").Type("ngl").Press("Enter").Expect("Layers on the cards");
        stage.Type("20").Press("Enter");
        Assert.That(stage.State.Build.Quest.Settings.Launch.GpuLayers, Is.EqualTo(20));
        stage.Expect("ngl 20");
    }

    [Test]
    public void Setting_WrittenWrongly_SaysWhatToWriteAndChangesNothing()
    {
        var stage = OnSettings.Press("Enter").Type("ngl").Press("Enter").Type("many").Press("Enter").Expect("ngl is 'many'");
        Assert.That(stage.State.Build, Is.SameAs(FixtureWorld.Twin));
    }

    [Test]
    public void Setting_LeftEmpty_IsOpenAgain()
    {
        var fixedRig = FixtureWorld.Twin with { Quest = FixtureWorld.Twin.Quest with { Settings = FixtureWorld.Twin.Quest.Settings with { Launch = new LaunchSettings { GpuLayers = 7 } } } };
        var stage = Stage.On(fixedRig).Press("1 Home" + string.Concat(Enumerable.Repeat(" Down", (int)QuestField.Settings))).Press("Enter").Type("ngl").Press("Enter Backspace Enter");
        Assert.That(stage.State.Build.Quest.Settings.Launch, Is.EqualTo(LaunchSettings.Open));
        Assert.That(stage.Press("u").State.Build.Quest.Settings.Launch.GpuLayers, Is.EqualTo(7));
    }

    [Test]
    public void Settings_Cleared_AreAllOpen()
    {
        var launch = new LaunchSettings { GpuLayers = 7, Threads = 4, PowerLimits = new([Watts.FromValue(280)]) };
        var rig = FixtureWorld.Twin with { Quest = FixtureWorld.Twin.Quest with { Settings = FixtureWorld.Twin.Quest.Settings with { Launch = launch } } };
        var stage = Stage.On(rig).Press("1 Home" + string.Concat(Enumerable.Repeat(" Down", (int)QuestField.Settings))).Press("Del");
        Assert.That(stage.State.Build.Quest.Settings.Launch, Is.EqualTo(LaunchSettings.Open));
    }

    [Test]
    public void Setting_ThatContradictsTheModel_IsTold() =>
        Assert.That(OnSettings.Press("Enter").Type("ncmoe").Press("Enter").Type("4").Press("Enter").State.Notice!.Text, Does.Contain("dense model"));
}
