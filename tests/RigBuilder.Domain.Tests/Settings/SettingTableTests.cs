using System.Runtime.CompilerServices;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Tests.Settings;

/// <summary>The one table of settings: unambiguous, readable, documented.</summary>
public sealed class SettingTableTests
{
    private static IEnumerable<TestCaseData> All => SettingTable.All.Select(s => new TestCaseData(s).SetArgDisplayNames(s.Key));

    [Test]
    public void Names_Everywhere_MeanOneSetting()
    {
        Assert.That(SettingTable.All.SelectMany(s => s.Flags), Is.Unique);
        Assert.That(SettingTable.BatchNames, Is.Unique);
        Assert.That(SettingTable.All.Select(s => s.Key), Is.Unique);
    }

    [TestCase("context", "kv", "flash_attention", "backend", "users", "ubatch", "kind", "runs_on")]
    public void BatchKeys_OfTheFirstVersion_StayReadable(params string[] keys) =>
        Assert.That(keys.Where(k => SettingTable.OfBatchKey(k) is null), Is.Empty);

    [TestCaseSource(nameof(All))]
    public void Example_OfASetting_IsReadAndWrittenBack(Setting setting)
    {
        var quest = setting.Apply(new Quest(), setting.Example, out var problem);
        Assert.That(problem, Is.Null);
        if (setting.Written(quest) is { } text) Assert.That(setting.Apply(new Quest(), text, out _), Is.EqualTo(quest));
        Assert.That(setting.Written(setting.Clear(quest)), Is.Null);
    }

    [TestCase("ngl", "-1", "at least 0")]
    [TestCase("ngl", "99999", "at most 9,999")]
    [TestCase("ngl", "1.5", "whole number")]
    [TestCase("ngl", "", "whole number")]
    [TestCase("context", "2147483647", "at most 100,000,000")]
    [TestCase("context", "999999999999999999999", "at most 100,000,000")]
    [TestCase("context", "0", "at least 1")]
    [TestCase("ctk", "q9_0", "did you mean 'q4_0'")]
    [TestCase("split_mode", "columns", "one of layer, row, tensor, none")]
    [TestCase("tensor_split", "3,x", "'x'")]
    [TestCase("tensor_split", "-1,2", "0 or more")]
    [TestCase("tensor_split", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "17 values")]
    [TestCase("power_limit", "280", "280 W")]
    [TestCase("power_limit", "280 GiB", "with its unit")]
    [TestCase("vram_limit", "8 GiBB", "unknown unit")]
    [TestCase("spec", "mtp n-max 0", "n-max 1 to 64")]
    [TestCase("spec", "draft", "names no draft model")]
    [TestCase("spec", "eagle", "write none, mtp")]
    [TestCase("ot", "exps", "PATTERN=DEVICE")]
    [TestCase("ot", "exps=GPU", "a device is CPU")]
    [TestCase("ot", "exps=CUDA99", "counted from 0 to 15")]
    [TestCase("ot", "blk.(=CPU", "no regular expression")]
    [TestCase("ot", "(?<=a)b=CPU", "a device is CPU")]
    [TestCase("flash_attention", "maybe", "on or off")]
    public void Text_ThatIsNoValue_SaysWhatToWrite(string key, string text, string expected)
    {
        var quest = SettingTable.Of(key).Apply(new Quest(), text, out var problem);
        Assert.That(problem, Does.StartWith(key + " ").And.Contain(expected));
        Assert.That(quest, Is.EqualTo(new Quest()));
    }

    [Test]
    public void OverrideText_OfALongPattern_IsRefused()
    {
        SettingTable.Of("ot").Apply(new Quest(), new string('a', 3000) + "=CPU", out var problem);
        Assert.That(problem, Does.Contain("more than 2000"));
    }

    [Test]
    public void Page_OfTheSettings_IsCurrent()
    {
        var path = Path.GetFullPath(Path.Combine(Folder(), "..", "..", "..", "docs", "SETTINGS.md"));
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1") File.WriteAllText(path, SettingDocument.Markdown());
        Assert.That(
            File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", Is.EqualTo(SettingDocument.Markdown()),
            "docs/SETTINGS.md is not current; RIGBUILDER_ACCEPT=1 dotnet test tests/RigBuilder.Domain.Tests writes it");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
