namespace RigBuilder.Machine.Matching;

/// <summary>Removes trademark signs, which vendors put into names as they like.</summary>
internal static class Trademarks
{
    private static readonly string[] Signs = ["(R)", "(r)", "(TM)", "(tm)", "(C)", "(c)", "®", "™", "©"];

    /// <summary>The text with every sign replaced by a blank.</summary>
    public static string Remove(string text) => Signs.Aggregate(text, (t, sign) => t.Replace(sign, " ", StringComparison.Ordinal));
}
