using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Rules.Judging;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Rules.Tests.Judging;

/// <summary>Rigs and quests of the shipped catalog, and small edits of them.</summary>
internal static class RandomRigs
{
    private static readonly string Folder = Find();
    private static readonly Catalog Catalog = new CatalogFolders(new DiskFiles()).Load(Folder).Catalog;
    private static readonly IForecaster Forecaster = new Forecaster(
        CalibrationReader.Read(new DiskFiles().Read(Path.Combine(Folder, CatalogReader.CalibrationFile), out _)!).Calibration!);

    public static Situation Situation(Random random)
    {
        var situation = Judged(Rig.Empty, new Quest());
        for (var i = 0; i < 8; i++) situation = Edited(situation, random);
        return situation;
    }

    public static Situation WithGpus(int count) => Judged(Rig.Empty with { Gpus = [.. Enumerable.Repeat(Catalog.Gpus.Items[0], count)] }, new Quest());

    public static Situation Edited(Situation situation, Random random)
    {
        var (rig, quest) = (situation.Rig, situation.Quest);
        for (var edits = random.Next(1, 3); edits > 0; edits--)
        {
            switch (random.Next(10))
            {
                case 0: rig = rig with { Gpus = Some(Catalog.Gpus.Items, random, 4) }; break;
                case 1: rig = rig with { Cpu = One(Catalog.Cpus.Items, random) }; break;
                case 2: rig = rig with { Motherboard = One(Catalog.Motherboards.Items, random) }; break;
                case 3: rig = rig with { Memory = Some(Catalog.Memory.Items, random, 2) }; break;
                case 4: rig = rig with { Ssds = Some(Catalog.Ssds.Items, random, 3) }; break;
                case 5: rig = rig with { Psu = One(Catalog.Psus.Items, random) }; break;
                case 6: rig = rig with { Case = One(Catalog.Cases.Items, random) }; break;
                case 7: rig = rig with { Cooler = One(Catalog.Coolers.Items, random) }; break;
                case 8: quest = quest with { Model = One(Catalog.Models.Items, random), Quant = One(Catalog.Quants.Items, random) }; break;
                default: quest = quest with { Context = 512 << random.Next(6), RunsOn = (RunsOn)random.Next(3) }; break;
            }
        }

        return Judged(rig, quest);
    }

    private static Situation Judged(Rig rig, Quest quest) => new(rig, quest, Forecaster.Predict(rig, quest));

    private static T? One<T>(IReadOnlyList<T> all, Random random)
        where T : class => all.Count == 0 || random.Next(5) == 0 ? null : all[random.Next(all.Count)];

    private static ImmutableArray<T> Some<T>(IReadOnlyList<T> all, Random random, int most) =>
        all.Count == 0 ? [] : [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => all[random.Next(all.Count)])];

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "RigBuilder.sln"))) return Path.Combine(folder, "catalog");
        throw new InvalidOperationException("RigBuilder.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
