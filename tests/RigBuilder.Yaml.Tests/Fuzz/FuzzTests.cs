using System.Text;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Tests.Catalogs;

namespace RigBuilder.Yaml.Tests.Fuzz;

/// <summary>Mangled files end in diagnostics or in a value, never in an exception. Seeds are fixed, so a failure repeats.</summary>
public class FuzzTests
{
    private const string Rig = "rig: My rig\nquest: { model: llama-65b, quant: q4_0, context: 2048, budget: 3000 USD }\nparts:\n  gpu: [{ id: rtx-3090, count: 2 }]\n  cpu: ryzen\n";

    private static readonly string[] Splices =
    [
        "\t", "\0", "---\n", "...\n", "*a", "&a ", "!!binary ", "!<x> ", "%YAML 99999999999.1\n", "%TAG ! x\n", "? ", ": ", "- ", "[", "]", "{", "}", "'", "\"", "|", ">9\n", "|-\n", "#", "\r", "\u0085", "\u2028",
        "\ud800", "😀", "\\x", "\"\\ud800\"", "\"\\U00110000\"", "999999999999999999999999", "1e999", "-1", ".inf", "NaN", "null", "~", "<<: *a", "\uFEFF", "'\n'", "{ a: b: c }", "[[[[[[[[[[",
    ];

    private static IEnumerable<string> Corpus => [.. SampleCatalog.Files.Select(f => f.Text), Rig];

    [Test]
    public void Files_TruncatedAnywhere_EndInDiagnostics()
    {
        foreach (var text in Corpus)
            for (var length = 0; length <= text.Length; length++) ReadAll(text[..length]);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Files_MutatedAtRandom_EndInDiagnostics(int seed)
    {
        var random = new Random(seed);
        foreach (var text in Corpus)
            for (var round = 0; round < 400; round++) ReadAll(Mutate(text, random));
    }

    [Test]
    public void Bytes_AtRandom_EndInDiagnostics()
    {
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            if (TextFile.Decode("f", bytes, out var error) is { } file) ReadAll(file.Text);
            else Assert.That(error, Is.Not.Null);
            ReadAll(Encoding.Latin1.GetString(bytes));
        }
    }

    [Test]
    public void Punctuation_AtRandom_EndsInDiagnostics()
    {
        var random = new Random(5);
        const string alphabet = "ab:-?[]{},&*!|>'\"%@`# \n\n  \t";
        for (var round = 0; round < 5000; round++)
            ReadAll(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)])));
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(4))
            {
                case 0: mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at)); break;
                case 1: mutated.Insert(at, Splices[random.Next(Splices.Length)]); break;
                case 2: mutated[at] = (char)random.Next(0x20, 0x7F); break;
                default: mutated.Insert(at, mutated.ToString(at, Math.Min(random.Next(1, 60), mutated.Length - at))); break;
            }

            if (mutated.Length == 0) return "";
        }

        return mutated.ToString();
    }

    private static void ReadAll(string text)
    {
        var file = new TextFile("f.yaml", text);
        try
        {
            var load = CatalogReader.Read([file]);
            var rig = RigReader.Read(file, Catalog.Empty);
            if (rig.Value is null && rig.Diagnostics.IsEmpty) Assert.Fail("no rig and no reason:\n" + text);
            foreach (var diagnostic in load.Diagnostics.Concat(rig.Diagnostics))
                if (diagnostic is { Location: null } or { Message.Length: 0 }) Assert.Fail($"{diagnostic} lacks place or message:\n{text}");
        }
        catch (Exception e) when (e is not AssertionException)
        {
            Assert.Fail($"{e}\n--- on ---\n{text}");
        }
    }
}
