using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Configs;
using RigBuilder.Validation.Gguf;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Composition;

/// <summary>Models that are named by a file of theirs: the head of a GGUF file, or a config.json. Read anew each time; nothing of the weights is.</summary>
internal static class ModelFiles
{
    /// <summary>The world with the model file that a rig file names, so that the rig can be read and judged with it.</summary>
    public static LoadedWorld KnowingModelOf(this LoadedWorld world, string rigPath)
    {
        var model = new RigFiles(new DiskFiles()).Load(rigPath).Value?.Quest.ModelId;
        return world with { Catalog = Know(world.Catalog, model, Path.GetDirectoryName(rigPath) ?? "") };
    }

    /// <summary>The catalog with what a model's file says; the catalog as it is when the name is none of a file.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="name">A model's name, or a path.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static Catalog Know(Catalog catalog, string? name, string folder) =>
        name is not null && Reference(name, folder) is { } reference ? catalog.Knowing(name, Read(reference, folder, catalog)) : catalog;

    /// <summary>Reads a model's file.</summary>
    public static Resolution<NamedModel> Read(ModelReference reference, string folder, Catalog catalog)
    {
        if (reference.Path.Contains('\0', StringComparison.Ordinal)) return Resolution<NamedModel>.None("a path holds no null character");
        var path = Path.GetFullPath(reference.Path, folder);
        if (reference.IsConfig)
        {
            var config = ModelConfigReader.Read(path);
            return config.Value is { } model ? Resolution<NamedModel>.Of(new NamedModel(model), [Shape(model, path), .. Unknown(model)]) : Refused(config.Diagnostics);
        }

        var file = GgufModelReader.ReadAny(path);
        if (file.Value is not { } read) return Refused(file.Diagnostics);
        var known = ModelMetadata.Architectures.Contains(read.Model.Architecture) || catalog.Models.Items.Any(m => m.Architecture == read.Model.Architecture);
        var quant = catalog.Quants.Find(read.Quant.Id) is { } listed ? listed with { BitsPerWeight = read.Quant.BitsPerWeight, Type = read.Quant.Type, OutputType = read.Quant.OutputType } : read.Quant;
        var named = read.Model with { Guessed = !known, FileSizes = ImmutableDictionary<string, Bytes>.Empty.Add(quant.Id, read.File.Length) };
        var size = string.Create(CultureInfo.InvariantCulture, $"{read.File.Length} in {quant.Name}, {read.Quant.BitsPerWeight:0.00} bits per weight");
        return Resolution<NamedModel>.Of(new NamedModel(named, quant), [$"{Shape(named, path)}; {size}", .. Unknown(named)]);
    }

    // A path that is there is a file; what only looks like one is a published name.
    private static ModelReference? Reference(string name, string folder)
    {
        if (ModelReference.Of(name) is { } reference) return reference;
        return ModelReference.Like(name) is { } like && File.Exists(Path.GetFullPath(name, folder)) ? like : null;
    }

    private static string Shape(LlmModel model, string path)
    {
        var active = model.ActiveParameters < model.Parameters ? string.Create(CultureInfo.InvariantCulture, $", {model.ActiveParameters / 1e9:0.##} billion active") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path)}: {model.Name}, architecture {model.Architecture}, {model.Parameters / 1e9:0.##} billion parameters{active}, {model.Shape.Layers} layers, trained for {model.TrainedContext} tokens");
    }

    private static IEnumerable<string> Unknown(LlmModel model) => model.Guessed
        ? [$"the architecture '{model.Architecture}' is not known here: a plain transformer of its numbers is taken, and the ranges are wide"]
        : [];

    private static Resolution<NamedModel> Refused(ImmutableArray<Diagnostic> diagnostics) =>
        Resolution<NamedModel>.None(string.Join("; ", diagnostics.Select(d => $"{Place(d.Location)}{d.Message}{(d.Help is { } help ? $" ({help})" : "")}")));

    private static string Place(SourceLocation? at) => at is null ? "" : at.Line > 0 ? $"{at.File}:{at.Line}:{at.Column}: " : $"{at.File}: ";
}
