namespace RigBuilder.Yaml.Reading;

/// <summary>Text from files as it may be shown in messages: short, on one line, without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest] + "…";
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : cut;
    }
}
