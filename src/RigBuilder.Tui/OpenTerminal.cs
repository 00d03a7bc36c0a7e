using RigBuilder.Tui.Input;
using RigBuilder.Tui.Theme;
using Terminal.Gui.Drivers;

namespace RigBuilder.Tui;

/// <summary>A terminal as the library has it: the other screen, no cursor, the mouse, keys as they are pressed. It can be lent out.</summary>
/// <param name="app">The library's application on it.</param>
internal class OpenTerminal(IApplication app) : IDisposable
{
    /// <summary>The library's application on it.</summary>
    public IApplication App => app;

    /// <summary>Whether something else has it now.</summary>
    public bool IsLent { get; private set; }

    /// <summary>Whether it is gone.</summary>
    public virtual bool IsLost => false;

    /// <summary>Opens the terminal of this process.</summary>
    public static OpenTerminal OfProcess(Wake wake, bool mouse, GlyphSet glyphs)
    {
        var before = Tty.Settings();
        var parts = new TerminalComponents(wake);
        var app = parts.Create();
        app.Init();
        if (glyphs.IsAscii) AsciiGlyphs.Use();
        if (!mouse) app.Driver?.WriteRaw(EscSeqUtils.CSI_DisableMouseEvents);
        return new OfThisProcess(app, parts.Input!, before, mouse);
    }

    /// <summary>Gives the terminal to something else, as it was before it was opened, and takes it back.</summary>
    public void Lend(Action outside)
    {
        GiveAway();
        IsLent = true;
        try
        {
            outside();
        }
        finally
        {
            IsLent = false;
            TakeBack();
            Redraw();
        }
    }

    /// <summary>Draws every cell anew with the next frame.</summary>
    public void Redraw() => app.ClearScreenNextIteration = true;

    /// <inheritdoc/>
    public void Dispose() => app.Dispose();

    private protected virtual void GiveAway()
    {
    }

    private protected virtual void TakeBack()
    {
    }

    private sealed class OfThisProcess(IApplication app, TerminalInput input, byte[] before, bool mouse) : OpenTerminal(app)
    {
        private byte[] _open = [];

        public override bool IsLost => input.IsLost;

        private protected override void GiveAway()
        {
            input.Pause();
            Write(
                KittyKeys ? EscSeqUtils.CSI_DisableKittyKeyboardFlags : "", EscSeqUtils.CSI_DisableBracketedPaste, EscSeqUtils.CSI_DisableMouseEvents,
                "\e[0m", EscSeqUtils.CSI_RestoreCursorAndRestoreAltBufferWithBackscroll, EscSeqUtils.CSI_ShowCursor);
            _open = Tty.Settings();
            Tty.Restore(before);
        }

        private protected override void TakeBack()
        {
            Tty.Restore(_open);
            Write(
                EscSeqUtils.CSI_SaveCursorAndActivateAltBufferNoBackscroll, EscSeqUtils.CSI_HideCursor, mouse ? EscSeqUtils.CSI_EnableMouseEvents : "",
                EscSeqUtils.CSI_EnableBracketedPaste, KittyKeys ? EscSeqUtils.CSI_EnableKittyKeyboardFlags(EscSeqUtils.KittyKeyboardRequestedFlags) : "");
            input.Resume();
        }

        private bool KittyKeys => App.Driver?.KittyKeyboardCapabilities?.IsSupported == true;

        private void Write(params ReadOnlySpan<string> sequences) => App.Driver?.WriteRaw(string.Concat(sequences));
    }
}
