using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>The quest form: stepping values, and what Enter does on each field.</summary>
internal static class QuestUpdate
{
    private const int LargestContext = 1 << 20;

    public static ScreenState Adjust(ScreenState state, QuestField field, int step) => field switch
    {
        QuestField.Model => StepModel(state, step),
        QuestField.Quant => StepQuant(state, step),
        _ => RigUpdate.SetQuest(state, spec => spec with { Settings = Adjusted(spec.Settings, field, step) }),
    };

    public static ScreenState Clear(ScreenState state, QuestField field) => RigUpdate.SetQuest(state, spec => field switch
    {
        QuestField.Model => spec with { ModelId = null },
        QuestField.Quant => spec with { QuantId = null },
        QuestField.Budget => spec with { Settings = spec.Settings with { Budget = null } },
        QuestField.Target => spec with { Settings = spec.Settings with { TargetSpeed = null } },
        QuestField.Settings => spec with { Settings = SettingsUpdate.Cleared(spec.Settings) },
        _ => spec,
    });

    public static ScreenState Activate(ScreenState state, QuestScreen quest) => quest.Field switch
    {
        QuestField.Model => state.Opened(ModelPicker(state)),
        QuestField.Quant when quest.Previews.IsEmpty => state.Saying("Choose a model first.", Role.Warning),
        QuestField.Quant => state.With(quest with { Focus = PanelId.QuestQuants }),
        QuestField.Settings => state.Opened(SettingsUpdate.Picker(state)),
        QuestField.Context => PromptUpdate.Ask(state, PromptPurpose.Context),
        QuestField.Users => PromptUpdate.Ask(state, PromptPurpose.Users),
        QuestField.Budget => PromptUpdate.Ask(state, PromptPurpose.Budget),
        QuestField.Target => PromptUpdate.Ask(state, PromptPurpose.Target),
        _ => Adjust(state, quest.Field, +1),
    };

    /// <summary>The model, and the usual quantisation when none is chosen yet.</summary>
    public static ScreenState ChooseModel(ScreenState state, string id, string? quantId = null)
    {
        var usual = state.World.Catalog.Quants.Find("q4_k_m") ?? state.World.Catalog.Quants.Items.FirstOrDefault();
        return RigUpdate.SetQuest(state, spec => spec with { ModelId = id, QuantId = quantId ?? spec.QuantId ?? usual?.Id });
    }

    /// <summary>What a model's file says counts from now on; where it was picked, it is the rig's model, in the file's own quantisation.</summary>
    public static ScreenState Read(ScreenState state, Message.ModelRead read)
    {
        var after = state with { World = state.World.Knowing(read.Name, read.Model) };
        after = after.With(after.Get<QuestScreen>() with { PreviewedFor = null });
        if (read.Model.Item is not { } named) return after.Saying(read.Model.Problem, Role.Warning);
        if (!read.Chosen) return after;
        after = named.Quant is null ? ChooseModel(after, read.Name) : RigUpdate.SetQuest(after, spec => spec with { ModelId = read.Name, QuantId = null });
        return read.Model.Assumed.IsEmpty ? after : after.Saying(read.Model.Assumed[0], Role.Info);
    }

    private static Overlay.Picker ModelPicker(ScreenState state)
    {
        var models = state.World.Catalog.Models.Items;
        var at = models.Select((m, i) => (m, i)).Where(p => p.m.Id == state.Appraisal.Quest.Model?.Id).Select(p => p.i).FirstOrDefault();
        return new Overlay.Picker("Which model must it run?", [.. models.Select(m => new PickerItem(m.Name, Describe(m), new Message.ChooseModel(m.Id)))])
        {
            Cursor = new ListCursor(at, 0),
            Named = text => Named(state.World.Catalog, text),
            WhenEmpty = models.IsEmpty ? "The catalog has no models. Press Esc, then D for problems in the data files." : "No model has all these words.",
        };
    }

    // What the resolver makes of the text, where that is more than the words that the list is filtered by.
    private static ImmutableArray<PickerItem> Named(Catalog catalog, string text)
    {
        if (text.Trim() is not { Length: > 1 } name) return [];
        if (catalog.Names.Unread(name) is { } file) return [new PickerItem(name, "read this file", new Message.ReadModel(name, file))];
        var meaning = catalog.Names.Model(name);
        if (meaning.Item is not { } named) return [.. meaning.Choices.Select(c => new PickerItem(c.Model.Name, Describe(c.Model), new Message.ChooseModel(c.Model.Id)))];
        var known = catalog.Models.Items.Any(m => m.Id == named.Model.Id);
        var quant = named.Quant is { } q ? $" in {q.Name}" : "";
        return [new PickerItem(named.Model.Name + quant, named.Model.Guessed ? "a guess by its size" : Describe(named.Model), new Message.ChooseModel(known ? named.Model.Id : name, known ? named.Quant?.Id : null)) { Guessed = named.Model.Guessed }];
    }

    private static string Describe(LlmModel model)
    {
        var size = $"{QuantityText.Number(model.Parameters / 1e9)}B";
        return model.ActiveParameters < model.Parameters ? $"{size}, {QuantityText.Number(model.ActiveParameters / 1e9)}B active" : size;
    }

    private static ScreenState StepModel(ScreenState state, int step)
    {
        var models = state.World.Catalog.Models.Items;
        if (models.IsEmpty) return state;
        var at = state.Appraisal.Quest.Model is { } model ? models.IndexOf(model) : step > 0 ? -1 : models.Length;
        return ChooseModel(state, models[Math.Clamp(at + step, 0, models.Length - 1)].Id);
    }

    private static ScreenState StepQuant(ScreenState state, int step)
    {
        ImmutableArray<Quant> quants = [.. state.World.Catalog.Quants.Items.OrderBy(q => q.BitsPerWeight)];
        if (quants.IsEmpty) return state;
        var at = state.Appraisal.Quest.Quant is { } quant ? quants.IndexOf(quant) : step > 0 ? -1 : quants.Length;
        var id = quants[Math.Clamp(at + step, 0, quants.Length - 1)].Id;
        return RigUpdate.SetQuest(state, spec => spec with { QuantId = id });
    }

    private static Quest Adjusted(Quest quest, QuestField field, int step) => field switch
    {
        QuestField.Context => quest with { Context = Doubled(quest.Context, step) },
        QuestField.Users => quest with { Users = Math.Clamp(quest.Users + step, 1, 64) },
        QuestField.Cache => Cached(quest, Stepped(quest.KeyType, step)),
        QuestField.FlashAttention => quest with { FlashAttention = !quest.FlashAttention },
        QuestField.RunsOn => quest with { RunsOn = Stepped(quest.RunsOn, step) },
        QuestField.Kind => quest with { Kind = Stepped(quest.Kind, step) },
        QuestField.Budget => quest with { Budget = Money.FromUsd(Math.Max(0, (quest.Budget?.Amount ?? 1500) + (250 * step))) },
        QuestField.Target => quest with { TargetSpeed = TokensPerSecond.FromValue(Math.Max(1, (quest.TargetSpeed?.Value ?? 15) + (5 * step))) },
        _ => quest,
    };

    private static Quest Cached(Quest quest, KvType type) => quest with { KeyType = type, ValueType = type };

    private static int Doubled(int context, int step)
    {
        var next = 512;
        if (step > 0)
        {
            while (next <= context && next < LargestContext) next *= 2;
            return Math.Max(next, context);
        }

        while (next * 2 < context) next *= 2;
        return Math.Min(next, Math.Max(context, 512));
    }

    private static T Stepped<T>(T value, int step)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[(Array.IndexOf(all, value) + step + all.Length) % all.Length];
    }
}
