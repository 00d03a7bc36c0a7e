using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rules;

/// <summary>How a rule file is written.</summary>
internal static class RuleFormat
{
    private static readonly Format<Located<string>> Expression = Formats.Prose.WithPlace();

    private static readonly NodeFormat Given = new(() => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") } });

    private static readonly MapFormat<RuleText.FixKeys> Fix = new("fix", "Where the cure lies.", map => new RuleText.FixKeys(
        map.Required("slot", CatalogWords.PartKinds, "The slot to change.", "gpu"),
        map.Optional("where", Expression, "What a part of that slot must fulfil; the slot's name means the part that is tried.", "gpu.vram >= plan.vram_needed")));

    private static readonly MapFormat<RuleSource> Source = new("source", "What the rule rests on.", map => new RuleSource(
        map.OrElse("seed", Formats.OneOrMany(Formats.Count(1, 7)), [], "Sections of the seed article."),
        map.OrElse("references", Formats.OneOrMany(Formats.Prose), [], "Other public sources."),
        map.Optional("known_gaps", Formats.Prose, "What the rule does not catch.")));

    private static readonly MapFormat<Deprecation> Deprecated = new("deprecation", "Why the rule is no longer judged.", map => new Deprecation(
        map.Required("since", Formats.Line, "Version.", "0.2"),
        map.Required("reason", Formats.Prose, "Why."),
        map.Optional("replaced_by", Formats.Id, "The rule that does its work now.")));

    private static readonly MapFormat<RuleTestText.RigKeys> Rig = new("test rig", "Slots and quest of a test in one mapping; 'given' sets figures.", map => new RuleTestText.RigKeys(
        RigFormat.MakeQuest(map),
        RigFormat.MakeParts(map),
        map.Optional("given", Given, "Figures instead of the real ones: { psu.watts: 750 W }.")));

    private static readonly Format<RuleTestText> Test = new ConvertedFormat<RuleTestText, RuleTestText>(
        new MapFormat<RuleTestText>("test", "A rig and what the rule makes of it.", MakeTest, CheckTest), (test, node, _) => test with { Span = node.Span }, new RuleTestText());

    public static MapFormat<RuleText> Format { get; } = new("rule", "A rule; see docs/RULES.md.", map => new RuleText
    {
        Id = map.Required("id", Formats.Id.WithPlace(), "Permanent id: the file's name.", "vram-holds-model"),
        Title = map.Required("title", Formats.Line, "What holds when the rule is silent.", "The model fits in VRAM"),
        Severity = map.Required("severity", RuleWords.Severities, "How much it matters.", "error"),
        Maturity = map.OrElse("maturity", RuleWords.Maturities, Maturity.Stable, "How well tried it is.", "stable"),
        For = map.Optional("for", Expression, "The list it is judged over.", "gpu in rig.gpus"),
        When = map.Optional("when", Expression, "Where it applies.", "quest.runs_on == gpu"),
        Require = map.Optional("require", Expression, "What must hold.", "plan.vram_needed <= plan.vram_usable"),
        Message = map.Optional("message", Expression, "What it says, with {placeholders}."),
        Cure = map.Optional("cure", Expression, "What to do about it, with {placeholders}."),
        Fix = map.Optional("fix", Fix, "Where the cure lies."),
        Why = map.Optional("why", Formats.Prose, "Why the rule exists."),
        Points = map.OptionalValue("points", Formats.Count(0, 100), "Points that each finding takes off the grade; left out: 12 for a warning, 4 for advice."),
        Source = map.Optional("source", Source, "What it rests on."),
        Asserts = map.OrElse("asserts", Formats.OneOrMany(Formats.Id), [], "Tags it asserts when it fires."),
        Since = map.Optional("since", Formats.Line, "Version that brought it.", "0.1"),
        Deprecated = map.Optional("deprecated", Deprecated, "Set when the rule is no longer judged."),
        Tests = map.OrElse("tests", Formats.ListOf(Test, most: 100), [], "Its tests."),
    });

    private static RuleTestText MakeTest(YamlMap map) => new()
    {
        Fires = map.Optional("fires", Rig, "A rig that it fires on."),
        Silent = map.Optional("silent", Rig, "A rig that it is silent on."),
        Boundary = map.Optional("boundary", Rig, "A rig on its threshold; 'expect' says what then."),
        Expect = map.Optional("expect", RuleWords.Expectations.WithPlace(), "What happens on the threshold.", "silent"),
        Message = map.OrElse("message", Formats.OneOrMany(Formats.Prose), [], "Texts that the first finding's message must hold."),
        Cure = map.OrElse("cure", Formats.OneOrMany(Formats.Prose), [], "Texts that the first finding's cure must hold."),
        Subject = map.Optional("subject", Formats.Line, "Subject of the first finding.", "gpu 2"),
        Count = map.OptionalValue("count", Formats.Count(), "Number of findings."),
        Tags = map.OrElse("tags", Formats.OneOrMany(Formats.Id), [], "Tags that must be asserted."),
    };

    private static void CheckTest(RuleTestText test, MapCheck check)
    {
        var kinds = (test.Fires is null ? 0 : 1) + (test.Silent is null ? 0 : 1) + (test.Boundary is null ? 0 : 1);
        check.Require(kinds == 1, "fires", "a test has one of 'fires', 'silent' and 'boundary'", "write '- fires: { … }'");
        check.Require(test.Boundary is not null == test.Expect is not null, "expect", "'expect' belongs to 'boundary', and 'boundary' needs it", "write '- boundary: { … }' and 'expect: silent' below it");
    }
}
