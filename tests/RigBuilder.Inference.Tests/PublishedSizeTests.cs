using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Inference.Tests;

/// <summary>
/// Synthetic files are as large as the published ones that the catalog names. Published files also hold a tokenizer, up to some
/// MB, which matters for the smallest models only. Publishers' own mixes ("ud-") follow no rule that could be held.
/// </summary>
public sealed class PublishedSizeTests
{
    private const double Tolerance = 0.005;

    /// <summary>These mixes depend on whether the publisher had an importance matrix.</summary>
    private const double ImportanceTolerance = 0.01;

    private static readonly Bytes Tokenizer = Bytes.FromGigabytes(0.01);

    private static IEnumerable<TestCaseData> Published =>
        from model in ShippedData.Catalog.Models.Items
        from size in model.FileSizes.OrderBy(s => s.Key, StringComparer.Ordinal)
        where !size.Key.StartsWith("ud-", StringComparison.Ordinal)
        let quant = ShippedData.Catalog.Quants.Find(size.Key)
        where quant is not null && new SyntheticModel(model, quant).Obstacle() is null
        select new TestCaseData(model, quant, size.Value).SetArgDisplayNames(model.Id, quant.Id);

    [TestCaseSource(nameof(Published))]
    public void FileSize_OfACatalogModel_IsThePublishedOne(LlmModel model, Quant quant, Bytes published)
    {
        var synthetic = new SyntheticModel(model, quant).FileSize;
        var tolerance = quant.Id.StartsWith("iq4", StringComparison.Ordinal) ? ImportanceTolerance : Tolerance;
        Assert.That(synthetic, Is.LessThanOrEqualTo(published * (1 + tolerance)), $"{synthetic} synthetic, {published} published");
        Assert.That(synthetic + Tokenizer, Is.GreaterThanOrEqualTo(published * (1 - tolerance)), $"{synthetic} synthetic, {published} published");
    }
}
