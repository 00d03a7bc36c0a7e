using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.Bindings;

/// <summary>Shorthand for writing bindings.</summary>
internal static class Bind
{
    /// <summary>A binding of blank-separated key names.</summary>
    public static Binding Of(BindingContext context, string keys, string name, string description, Message message) =>
        new(context, [.. keys.Split(' ').Select(Key.Parse)], name, description, message);
}
