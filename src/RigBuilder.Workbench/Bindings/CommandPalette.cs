using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Everything that can be done, to pick from.</summary>
internal static class CommandPalette
{
    public static Overlay.Picker Of(ScreenState state)
    {
        var contexts = BindingTable.ContextsOf(state);
        return new Overlay.Picker("What would you like to do?",
        [
            .. BindingTable.All.Where(b => b.InPalette && contexts.Contains(b.Context))
                .Select(b => new PickerItem(b.Description, b.Keys[0].ToString(), b.Message) { Locked = b.WhyNot(state) }),
        ]);
    }
}
