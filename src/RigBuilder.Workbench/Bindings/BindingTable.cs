using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>All bindings, and what a key means in a state.</summary>
public static class BindingTable
{
    /// <summary>All bindings, special contexts and everyday keys first.</summary>
    public static ImmutableArray<Binding> All { get; } = [.. BenchBindings.All, .. QuestBindings.All, .. OtherBindings.All, .. ArenaBindings.All, .. CommonBindings.All, .. OverlayBindings.All];

    /// <summary>What a key means now; null when nothing.</summary>
    public static Message? MessageFor(ScreenState state, Key key)
    {
        foreach (var context in ContextsOf(state))
        {
            foreach (var binding in All)
            {
                if (binding.Context == context && binding.Keys.Contains(key))
                    return binding.WhyNot(state) is { } reason ? new Message.Refuse(reason) : binding.Message;
            }
        }

        return key.Types && TakesText(state) ? new Message.Type(key.Rune.ToString()) : null;
    }

    /// <summary>Whether typed characters go into a text field now.</summary>
    public static bool TakesText(ScreenState state) => state.Overlay is Overlay.Filter or Overlay.Picker or Overlay.Prompt;

    /// <summary>The contexts that hold now, the most special one first.</summary>
    public static ImmutableArray<BindingContext> ContextsOf(ScreenState state) => state.Overlay switch
    {
        Overlay.Filter => [BindingContext.Filter],
        Overlay.Picker => [BindingContext.Picker],
        Overlay.Prompt => [BindingContext.Prompt],
        Overlay.Confirm => [BindingContext.Confirm],
        Overlay.Help or Overlay.Details => [BindingContext.Reader],
        _ => state.Screen switch
        {
            BenchScreen bench => [PanelContext(bench.Focus), BindingContext.Bench, BindingContext.Everywhere],
            QuestScreen quest => [quest.Focus == PanelId.QuestQuants ? BindingContext.QuestQuants : BindingContext.QuestForm, BindingContext.Quest, BindingContext.Everywhere],
            CompareScreen => [BindingContext.Compare, BindingContext.Everywhere],
            CodexScreen => [BindingContext.Codex, BindingContext.Everywhere],
            ArenaScreen { Runs: true } => [BindingContext.ArenaBout, BindingContext.Arena, BindingContext.Everywhere],
            ArenaScreen => [BindingContext.Arena, BindingContext.Everywhere],
            _ => [BindingContext.Everywhere],
        },
    };

    /// <summary>The hint line's entries now, most useful first. In the arena, whose keys change with the fight, only those that can be done.</summary>
    public static ImmutableArray<Hint> HintsFor(ScreenState state)
    {
        var contexts = ContextsOf(state);
        var taken = new HashSet<Key>();
        var hints = new List<(int Rank, Hint Hint)>();
        foreach (var context in contexts)
        {
            foreach (var binding in All.Where(b => b.Context == context))
            {
                if (!taken.Add(binding.Keys[0]) || binding.Hint is not { } rank) continue;
                var enabled = binding.WhyNot(state) is null;
                if (!enabled && state.Screen is ArenaScreen) continue;
                hints.Add((rank, new Hint(binding.Keys[0], state.Calm ? binding.Soberly ?? binding.Name : binding.Name, enabled)));
            }
        }

        return [.. hints.OrderBy(h => h.Rank).Select(h => h.Hint)];
    }

    private static BindingContext PanelContext(PanelId panel) => panel switch
    {
        PanelId.Candidates => BindingContext.Candidates,
        PanelId.Stats => BindingContext.Stats,
        PanelId.Findings => BindingContext.Findings,
        _ => BindingContext.Slots,
    };
}
