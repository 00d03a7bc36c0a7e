using System.Text;

namespace RigBuilder.Pack;

/// <summary>The licences of everything inside, as one text.</summary>
public static class Notices
{
    private const string Disclaimer = """
        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
        MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
        ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
        THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
        """;

    // The texts of https://spdx.org/licenses, which every copy must carry.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["MIT"] = $"""
            Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
            "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
            distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
            the following conditions:

            The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

            {Disclaimer}
            """,
        ["BSD-2-Clause"] = """
            Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions
            are met:

            1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

            2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in
               the documentation and/or other materials provided with the distribution.

            THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
            LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE
            COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
            (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
            HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
            ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
            """,
    };

    /// <summary>Each package with its rights, the texts of all licences, then each different notice that packages bring.</summary>
    /// <exception cref="InvalidDataException">A licence is none whose text is here.</exception>
    public static string Of(IReadOnlyList<Component> components)
    {
        if (components.FirstOrDefault(c => !Texts.ContainsKey(c.License)) is { } strange)
            throw new InvalidDataException($"package {strange.Name} {strange.Version} is licensed as '{strange.License}', and its text is not in Notices");
        var text = new StringBuilder("RigBuilder contains the packages below, each under the licence that is named with it.\n\n");
        foreach (var c in components) text.Append($"{c.Name} {c.Version}: {c.License}\n  {c.Copyright}\n{(c.Project.Length > 0 ? $"  {c.Project}\n" : "")}");
        foreach (var license in components.Select(c => c.License).Distinct().Order(StringComparer.Ordinal)) text.Append($"\n--- {license}\n\n{Texts[license]}\n");
        var notices = components.SelectMany(c => c.Texts.Select(path => (c.Name, Text: File.ReadAllText(path).ReplaceLineEndings("\n").Trim())));
        foreach (var same in notices.GroupBy(n => n.Text)) text.Append($"\n--- what comes with {string.Join(", ", same.Select(n => n.Name))}\n\n{same.Key}\n");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
