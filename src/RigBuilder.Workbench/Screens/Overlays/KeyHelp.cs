using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Screens;

/// <summary>The key help: the contexts that hold now first, then the rest.</summary>
internal static class KeyHelp
{
    public static ImmutableArray<Block> Blocks(ImmutableArray<BindingContext> now)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var context in now) Section(blocks, context);
        foreach (var context in Enum.GetValues<BindingContext>().Where(c => !now.Contains(c) && c != BindingContext.Confirm)) Section(blocks, context);
        return blocks.ToImmutable();
    }

    private static void Section(ImmutableArray<Block>.Builder blocks, BindingContext context)
    {
        var bindings = BindingTable.All.Where(b => b.Context == context).ToList();
        if (bindings.Count == 0) return;
        if (blocks.Count > 0) blocks.Add(new Block.Gap());
        blocks.Add(new Block.Text(StyledText.Of(KeyDocument.Title(context), Role.Title)));
        foreach (var binding in bindings)
        {
            var keys = string.Join(' ', binding.Keys.Take(3));
            blocks.Add(new Block.Text(StyledText.Of(keys.PadRight(18), Role.Key).Then(" " + binding.Description)));
        }
    }
}
