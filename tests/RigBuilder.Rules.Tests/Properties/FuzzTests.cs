using System.Text;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Rules.Tests.Properties;

/// <summary>Broken rule files end in diagnostics, never in exceptions.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces = ["(", ")", "[", "]", "{", "}", ",", "..", "and", "or", "not", "in", "for", "where", "'", "\"", ":", "- ", "\n", "\t", "1", "GiB", "gpu", ".", "vram", "==", "<", "-", "*", "\u0000", "é", "𝄞", "&a", "*a", "|", ">", "#"];

    [RandomCases(60)]
    public void RuleFile_Mutated_EndsInARuleOrDiagnostics(int seed)
    {
        var random = new Random(seed);
        var files = new DiskFiles().ReadFolder(Repository.PathOf("rules")).Files;
        for (var i = 0; i < 10; i++)
        {
            var text = new StringBuilder(files[random.Next(files.Length)].Text);
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            var read = RuleReader.ReadRule(new TextFile("fuzz.yaml", text.ToString()));
            Assert.That(read.Value is not null || read.Diagnostics.Length > 0, text.ToString());
        }
    }

    [RandomCases(200)]
    public void Expression_OfRandomPieces_EndsInATreeOrProblemsWithinTheText(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var read = CheckedExpression.Of(text, FactVocabulary.Scope);
            Assert.That(read.Root is not null || read.Problems.Length > 0, text);
            Assert.That(read.Problems.All(p => p.Start >= 0 && p.Length >= 1 && p.Start + p.Length <= text.Length + 1), text);
        }
    }

    [Test]
    public void Expression_OfRandomCharacters_EndsInProblems()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0x2FF))]);
            Assert.That(() => CheckedExpression.Of(text, FactVocabulary.Scope), Throws.Nothing, text);
        }
    }
}
