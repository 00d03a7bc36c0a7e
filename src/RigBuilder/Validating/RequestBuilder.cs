using System.Collections.Immutable;
using System.CommandLine;
using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Validating;

/// <summary>Makes a validation request from the command line, this machine and the catalog.</summary>
internal sealed class RequestBuilder(CliEnvironment environment, ValidateOptions options, LoadedWorld world, MachineReport machine)
{
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What stands in the way; empty when there is a request.</summary>
    public ImmutableArray<Diagnostic> Problems => _problems.ToImmutable();

    /// <summary>The request, or null.</summary>
    public ValidationRequest? Build(ParseResult parsed)
    {
        RefuseSecondModel(parsed);
        var match = MachineMatcher.Match(machine, world.Catalog);
        var here = ThisMachine.Complete(world.Catalog.Resolve(match.Build), machine);
        var build = parsed.GetValue(options.Rig) is { } path ? Load(path) : null;
        if (_problems.Count > 0) return null;
        var quest = Quest(parsed, build, here);
        if (quest is null) return null;
        var rig = build is null ? here : world.Catalog.Resolve(build);
        var same = ThisMachine.Same(rig, here);
        return new ValidationRequest
        {
            Quest = quest,
            Rig = same ? ThisMachine.Complete(rig, machine) : rig,
            RigName = build?.Name,
            RigIsThisMachine = same,
            Machine = ThisMachine.Evidence(machine, match.Parts.Any(p => p is { Kind: PartKind.Cpu, PartId: not null }) ? here.Cpu : null),
            GgufPath = parsed.GetValue(options.Gguf) is { } gguf ? environment.Resolve(gguf) : null,
            Fill = parsed.GetValue(options.RandomWeights) ? WeightFill.Random : WeightFill.Sparse,
            Depths = [.. parsed.GetValue(options.Depth) ?? []],
            Repetitions = parsed.GetValue(options.Repetitions),
            Threads = parsed.GetValue(options.Threads),
            GpuLayers = parsed.GetValue(options.GpuLayers),
            MayShrink = !parsed.GetValue(options.NoShrink),
        };
    }

    /// <summary>A file brings model and quantisation; a rig beside it gives context and cache types.</summary>
    private void RefuseSecondModel(ParseResult parsed)
    {
        if (parsed.GetValue(options.Gguf) is null || (parsed.GetValue(options.Model) ?? parsed.GetValue(options.Quant)) is null) return;
        _problems.Add(InferenceDiagnostics.Contradiction("a real file is a model in a quantisation already", "leave out either --gguf or --model and --quant"));
    }

    private Build? Load(string path)
    {
        var read = new RigFiles(new DiskFiles()).Load(environment.Resolve(path), world.Catalog);
        _problems.AddRange(read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return read.Value;
    }

    private Quest? Quest(ParseResult parsed, Build? build, Rig here)
    {
        var quest = build is null ? new Quest { Context = 2048 } : world.Catalog.Resolve(build.Quest);
        if (parsed.GetValue(options.Model) is { } model)
        {
            var named = Known(world.Catalog.Names.Model(model));
            quest = quest with { Model = named?.Model, Quant = named?.Quant ?? quest.Quant };
        }

        if (parsed.GetValue(options.Quant) is { } quant) quest = quest with { Quant = Known(world.Catalog.Names.Quant(quant)) };
        if (parsed.GetValue(options.Context) is { } context) quest = quest with { Context = context };
        if (_problems.Count > 0) return null;
        if (parsed.GetValue(options.Gguf) is not null) return quest;
        if (build is null && quest is { Model: null }) return Default(quest, here, parsed.GetValue(options.Context));
        return quest.Quant is null && world.Catalog.Quants.Find("q4_0") is { } usual ? quest with { Quant = usual } : quest;
    }

    private Quest? Default(Quest wishes, Rig here, int? context)
    {
        if ((wishes.Quant ?? world.Catalog.Quants.Find("q4_0")) is not { } quant)
        {
            _problems.Add(new Diagnostic("RB7002", DiagnosticSeverity.Error, null, "the catalog has no quant 'q4_0'"));
            return null;
        }

        // A context that is none is refused with all other contradictions, later.
        var chosen = QuickQuest.Choose(world, machine, here, quant, new ValidationFolders(environment).Results, default, context > 0 ? context : null);
        return chosen with { Context = context ?? chosen.Context };
    }

    private T? Known<T>(Domain.Naming.Resolution<T> found)
        where T : class
    {
        if (found.Item is null) _problems.Add(new Diagnostic("RB7002", DiagnosticSeverity.Error, null, found.Problem) { Help = found.Hint });
        return found.Item;
    }
}
