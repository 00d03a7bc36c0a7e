using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Facts.Vocabulary;

namespace RigBuilder.Rules.Tests.Expressions;

public class ExpressionTests
{
    /// <summary>An expression, carets under what is wrong with it, and the message.</summary>
    private static readonly string[] Wrong =
    [
        """
        psu.watts > 24 GiB
                    ^^^^^^ psu.watts is a power (W), but 24 GiB is a size (GiB, GB)
        """,
        """
        24 GiB < psu.watts
        ^^^^^^ psu.watts is a power (W), but 24 GiB is a size (GiB, GB)
        """,
        """
        plan.vram_needed <= rig.gpu_count
                            ^^^^^^^^^^^^^ plan.vram_needed is a size (GiB, GB), but rig.gpu_count is a plain number
        """,
        """
        gpu.vram / gpu.bandwidth > 24 GiB
                                   ^^^^^^ gpu.vram / gpu.bandwidth is a time (s), but 24 GiB is a size (GiB, GB)
        """,
        """
        gpu.vram + 10 W > 1 GiB
                   ^^^^ gpu.vram is a size (GiB, GB), but 10 W is a power (W)
        """,
        """
        gpu.vran > 24 GiB
            ^^^^ gpu has no member 'vran'
        """,
        """
        gpus.vram > 24 GiB
        ^^^^ unknown name 'gpus'
        """,
        """
        case.airflow == restrictd
                        ^^^^^^^^^ 'restrictd' is not a kind of air flow
        """,
        """
        'open' == gpu.cooling
        ^^^^^^ 'open' is not a kind of cooling
        """,
        """
        cpu.socket == AM5
                      ^^^ unknown name 'AM5'
        """,
        """
        gpu.vram > 24 Gib
                      ^^^ unknown unit 'Gib'
        """,
        """
        gpu.vram > 24 GiB and psu.watts
                              ^^^^^^^^^ 'and' joins conditions; it needs a yes/no value, but this is a power (W)
        """,
        """
        rig.gpus.vram > 1 GiB
                 ^^^^ rig.gpus is a list of graphics cards and has no member 'vram'
        """,
        """
        any(gpu.vram for gpu in rig.gpus)
            ^^^^^^^^ any needs a yes/no value, but this is a size (GiB, GB)
        """,
        """
        any(rig.gpus)
        ^^^ any goes over a list
        """,
        """
        gpu.vendor > amd
        ^^^^^^^^^^^^^^^^ a maker has no order; only == and != compare it
        """,
        """
        gpu == cpu
               ^^^ gpu is the whole gpu, but cpu is the whole cpu
        """,
        """
        1 < 2 < 3
              ^ comparisons cannot be chained
        """,
        """
        gpu.vram >
                  ^ the expression ends too early
        """,
        """
        (gpu.vram > 1 GiB
                         ^ a closing ')' is missing
        """,
        """
        gpu.vram = 1 GiB
                 ^ this character means nothing here
        """,
        """
        gpu.name == 'RTX
                    ^^^^ the text that starts here has no closing '
        """,
        """
        rount(1) == 1
        ^^^^^ unknown function 'rount'
        """,
        """
        round(psu.watts) > 1 W
              ^^^^^^^^^ round needs a plain number, or a step such as 10 W as second argument here, but this is a power (W)
        """,
        """
        tagged(dual) and true
        ^^^^^^^^^^^^ tagged takes one tag in quotes
        """,
        """
        gpu.vram in 1 GiB..24 W
                           ^^^^ gpu.vram is a size (GiB, GB), but 24 W is a power (W)
        """,
        """
        rig.gpu_count
        ^^^^^^^^^^^^^ this is a plain number, but a yes/no value belongs here
        """,
    ];

    private static readonly string[] Right =
    [
        "plan.vram_needed <= rig.vram_usable",
        "gpu.vram / gpu.bandwidth < 30 ms",
        "model.active_params * 1 tok / 1 s > 0 tok/s",
        "case.airflow == restricted or case.airflow < high",
        "quest.runs_on == gpu and quest.runs_on != cpu",
        "gpu.cooling in [open-air, blower] and gpu.vendor not in [intel]",
        "cuda in gpu.backends and not ('AM5' in cooler.sockets)",
        "rig.gpu_count in 1..4 and psu.efficiency in bronze..gold",
        "all(any(other.vram >= gpu.vram for other in rig.gpus) for gpu in rig.gpus where not gpu.integrated)",
        "count(gpu.vram >= 24 GiB for gpu in rig.gpus) == count(rig.gpus)",
        "sum(gpu.power for gpu in rig.gpus) * 1.5 + cpu.tdp <= 80 % * psu.watts",
        "max(gpu.length for gpu in rig.gpus) <= max(case.gpu_length, 300 mm)",
        "present(cooler) and if(cooler.type == air, cooler.height, 0 mm) <= case.cooler_height",
        "first_known(cpu.turbo_power, cpu.tdp) > 100W",
        "contains(gpu.name, 'rtx') and ceil(plan.watts_rated, 50 W) >= 1_000 W",
        "-(1 - 3) == 2 and 1e3 == 1000 or true",
    ];

    [TestCaseSource(nameof(Wrong))]
    public void Expression_WithAMistake_PointsAtIt(string picture)
    {
        var (text, rest) = (picture.Split('\n')[0].TrimEnd('\r'), picture.Split('\n')[1]);
        var problem = CheckedExpression.Condition(text, FactVocabulary.Scope).Problems.Single();
        Assert.That(new string(' ', problem.Start) + new string('^', problem.Length) + " " + problem.Message, Is.EqualTo(rest.TrimEnd('\r')));
    }

    [Test]
    public void Expression_WithSeveralMistakes_ReportsThemAll() =>
        Assert.That(
            CheckedExpression.Condition("gpu.vran > 1 GiB and psu.wats > 1 W or case.airflow == hihg", FactVocabulary.Scope).Problems.Select(p => p.Help),
            Is.EqualTo(new[] { "did you mean 'vram'?", "did you mean 'watts'?", "did you mean 'high'? (restricted, standard, high)" }));

    [TestCaseSource(nameof(Right))]
    public void Expression_OfTheLanguage_IsAccepted(string text)
    {
        Assert.That(CheckedExpression.Condition(text, FactVocabulary.Scope).Problems, Is.Empty);
    }

    [TestCase("gpu.vram / gpu.bandwidth", "a time (s)")]
    [TestCase("gpu.bandwidth / plan.weights * 1 tok", "a speed (tok/s)")]
    [TestCase("plan.watts_generating * 1 h", "an energy (kWh)")]
    [TestCase("count(rig.gpus)", "a plain number")]
    [TestCase("list(gpu.name for gpu in rig.gpus)", "a text")]
    [TestCase("gpu.pcie_gen == 4", "a yes/no value")]
    public void Expression_OfFacts_HasATypeWithDimension(string text, string type) =>
        Assert.That(CheckedExpression.Of(text, FactVocabulary.Scope).Root?.Type.Describe(), Is.EqualTo(type));

    [Test]
    public void Name_OfAMemberWithoutItsThing_SuggestsTheThing() =>
        Assert.That(CheckedExpression.Of("trained_context > 1", FactVocabulary.Scope).Problems.Single().Help, Is.EqualTo("did you mean 'model.trained_context'?"));

    [Test]
    public void Expression_WithDeepNesting_IsRefusedWithoutOverflow()
    {
        foreach (var text in new[] { new string('(', 1900), string.Concat(Enumerable.Repeat("not ", 490)), new string('-', 1000) + "1", "1" + string.Concat(Enumerable.Repeat("+1", 900)) })
            Assert.That(CheckedExpression.Of(text, FactVocabulary.Scope).Problems.Single().Code, Is.EqualTo(ExpressionCodes.TooLarge).Or.EqualTo(ExpressionCodes.Syntax), text[..10]);
        Assert.That(CheckedExpression.Of(new string('x', 1_000_000), FactVocabulary.Scope).Problems.Single().Code, Is.EqualTo(ExpressionCodes.TooLarge));
    }

    [Test]
    public void Product_OfManySizes_IsRefusedBeforeItsDimensionOverflows() =>
        Assert.That(CheckedExpression.Of(string.Join("*", Enumerable.Repeat("1 GB", 150)), FactVocabulary.Scope).Problems, Is.Not.Empty);

    [Test]
    public void Vocabulary_OfEveryThing_IsDocumentedInSnakeCase()
    {
        var members = FactVocabulary.Entities.Append(FactVocabulary.Facts).SelectMany(e => e.Members).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(members.Where(m => m.Doc.Length < 5 || !m.Doc.EndsWith('.')).Select(m => m.FullName), Is.Empty);
            Assert.That(members.Where(m => m.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_')).Select(m => m.FullName), Is.Empty);
            Assert.That(members.Where(m => new object?[] { m.Number, m.Truth, m.Text, m.Thing, m.List }.Count(r => r is not null) != 1).Select(m => m.FullName), Is.Empty);
            Assert.That(members.Where(m => m.Type is NumberType ? m.Number is null : m.Type is TruthType ? m.Truth is null : m.Type is ListType ? m.List is null : m.Type is EntityType ? m.Thing is null : m.Text is null), Is.Empty);
        });
    }
}
