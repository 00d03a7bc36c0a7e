using System.Text.Json.Nodes;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Schemas;
using RigBuilder.Yaml.Tests.Catalogs;

namespace RigBuilder.Yaml.Tests.Schemas;

public class SchemaTests
{
    private static string Folder => Path.Combine(Repository.Root, "catalog", "schema");

    private static IEnumerable<TestCaseData> Files => SchemaGenerator.Files.Select(f => new TestCaseData(f).SetArgDisplayNames(f.Name));

    [TestCaseSource(nameof(Files))]
    public void CommittedSchema_OfEveryKind_IsCurrent(SchemaFile file)
    {
        var path = Path.Combine(Folder, file.Name);
        var expected = SchemaGenerator.Generate(file);
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected) return;
        File.WriteAllText(path + ".actual", expected);
        Assert.Fail($"{path} is not what the readers say. To accept: mv '{path}.actual' '{path}'");
    }

    [Test]
    public void SchemaFolder_HoldsNothingElse() =>
        Assert.That(Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName), Is.EquivalentTo(SchemaGenerator.Files.Select(f => f.Name)));

    [Test]
    public void SampleCatalog_WithEveryKey_SatisfiesItsSchemas() =>
        Assert.That(SampleCatalog.Files.SelectMany(MiniSchema.ErrorsOfCatalogFile), Is.Empty);

    [TestCase("gpus:\n  - { id: a }", "/gpus/0 lacks name")]
    [TestCase("quants:\n  - { id: a, name: A, bits_per_weight: 4, type: q4_0, nominal_bits: 4, colour: red }", "/quants/0 has no property colour")]
    [TestCase("quants:\n  - { id: a, name: A, bits_per_weight: lots, type: q4_0, nominal_bits: 4 }", "/quants/0/bits_per_weight is not a number")]
    [TestCase("psus:\n  - { id: a, name: A, power: 1000, atx_version: 3 }", "/psus/0/power is not a string")]
    [TestCase("psus:\n  - { id: a, name: A, power: 1000 mm, atx_version: 3 }", "/psus/0/power does not match")]
    public void Schema_OnABadFile_Complains(string text, string complaint) =>
        Assert.That(MiniSchema.ErrorsOfCatalogFile(new TextFile("f.yaml", text)), Has.Some.StartsWith(complaint));

    [Test]
    public void WrittenRig_SatisfiesItsSchema()
    {
        var build = RigReader.Read(new TextFile("r", "quest: { model: a, electricity_price: 0.3 USD/kWh }\nparts: { gpu: [a, { id: b, count: 2 }], cpu: c }")).Value!;
        var schema = JsonNode.Parse(SchemaGenerator.Generate(SchemaGenerator.Files.Single(f => f.Name == "rig.schema.json")))!;
        Assert.That(MiniSchema.Errors(MiniSchema.ToJson(RigWriter.Write(build)), schema.AsObject(), ""), Is.Empty);
    }
}
