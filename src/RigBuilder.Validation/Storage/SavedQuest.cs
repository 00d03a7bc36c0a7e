using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Storage;

/// <summary>What a saved report ran.</summary>
internal static class SavedQuest
{
    /// <summary>A file's head and tokenizer come on top of its tensors; the catalog's shape must not be another model's.</summary>
    private const double Tolerance = 0.03;

    /// <summary>
    /// The quest of a report. Reports of older versions do not hold the model: it is looked up, and taken when it has the layers and
    /// the size that were run. Null when it cannot be told.
    /// </summary>
    public static Quest? Of(ValidationReport report, Catalog catalog)
    {
        var subject = report.Subject;
        var quest = new Quest
        {
            Model = subject.Model ?? catalog.Models.Find(subject.ModelId),
            Quant = subject.Quant ?? catalog.Quants.Find(subject.QuantId),
            Context = Math.Max(1, subject.Context),
            KeyType = subject.KeyType,
            ValueType = subject.ValueType,
            FlashAttention = subject.FlashAttention,
        };
        if (quest is not { Model: { } model, Quant: { } quant }) return null;
        if (report.Measurements.Model is not { } facts) return quest;
        var size = Prediction.Tensors.TensorPlan.For(model, quant).Size;
        return facts.Layers == model.Shape.Layers && Math.Abs((size / facts.Size) - 1) < Tolerance ? quest : null;
    }
}
