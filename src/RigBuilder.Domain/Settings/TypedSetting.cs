using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Settings;

/// <summary>A setting with a value of a type.</summary>
internal sealed class TypedSetting<T>(string key, SettingFormat<T> format, string help, Func<Quest, (bool Has, T Value)> get, Func<Quest, T, Quest> set, Func<Quest, Quest> clear)
    : Setting(key, format.Shape, help)
{
    public override Quest Apply(Quest quest, string text, out string? problem)
    {
        var read = format.Read(text.Trim());
        problem = read.Problem is null ? null : $"{Key} {read.Problem}";
        return problem is null ? set(quest, read.Value) : quest;
    }

    public override Quest Clear(Quest quest) => clear(quest);

    public override string? Written(Quest quest) => get(quest) is (true, var value) ? format.Write(value) : null;
}
