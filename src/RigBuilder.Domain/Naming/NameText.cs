namespace RigBuilder.Domain.Naming;

/// <summary>Names from users and files as they may stand in messages: short, without control characters.</summary>
internal static class NameText
{
    private const int Longest = 60;

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        return $"'{string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c))}'";
    }
}
