using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>Where the quest's panels lie: form at the left, model and quantisations at the right. Pure.</summary>
public sealed record QuestLayout
{
    /// <summary>The form.</summary>
    public Rect Form { get; private init; }

    /// <summary>About the model; empty where there is no room.</summary>
    public Rect Model { get; private init; }

    /// <summary>Quantisations.</summary>
    public Rect Quants { get; private init; }

    /// <summary>Lines below the form about the chosen field.</summary>
    public int FormFooter { get; private init; } = 4;

    /// <summary>Lines below the quantisations about the chosen one.</summary>
    public int QuantFooter { get; private init; } = 2;

    /// <summary>Visible rows of quantisations.</summary>
    public int QuantRows => TableLayout.Of(Quants, field: false, headings: true, QuantFooter).Rows.Height;

    /// <summary>The layout for a size and a focused panel.</summary>
    public static QuestLayout Of(Size size, PanelId focus)
    {
        var body = ScreenLayout.Body(size);
        if (size.Width < 72) return focus == PanelId.QuestQuants ? new QuestLayout { Quants = body } : new QuestLayout { Form = body, FormFooter = 3 };
        var (form, right) = body.SplitLeft(Math.Clamp(body.Width * 42 / 100, 36, 56));
        var (model, quants) = right.SplitTop(body.Height >= 30 ? 13 : body.Height >= 20 ? 9 : 0);
        return new QuestLayout { Form = form, Model = model, Quants = quants };
    }
}
