using System.Text;

namespace RigBuilder.Workbench.Bindings;

/// <summary>The list of keys as Markdown: docs/KEYS.md is generated from it.</summary>
public static class KeyDocument
{
    /// <summary>Where a context holds, as a heading.</summary>
    public static string Title(BindingContext context) => context switch
    {
        BindingContext.Everywhere => "Everywhere",
        BindingContext.Quest => "Quest",
        BindingContext.QuestForm => "Quest: form",
        BindingContext.QuestQuants => "Quest: quantisations",
        BindingContext.Bench => "Workbench",
        BindingContext.Slots => "Workbench: slots",
        BindingContext.Candidates => "Workbench: candidates",
        BindingContext.Stats => "Workbench: stat sheet",
        BindingContext.Findings => "Workbench: findings",
        BindingContext.Compare => "Compare",
        BindingContext.Codex => "Codex",
        BindingContext.Arena => "Arena",
        BindingContext.ArenaBout => "Arena: while a validation runs",
        BindingContext.Filter => "While typing a filter",
        BindingContext.Picker => "In a list to pick from",
        BindingContext.Prompt => "In a question with a text field",
        BindingContext.Confirm => "In a question with yes and no",
        _ => "While reading",
    };

    /// <summary>The whole document.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("# Keys of the workbench\n\nGenerated from the bindings; a test holds this file to them. `?` shows the same list on the screen.\n");
        foreach (var context in Enum.GetValues<BindingContext>())
        {
            var bindings = BindingTable.All.Where(b => b.Context == context).ToList();
            if (bindings.Count == 0) continue;
            text.Append("\n## ").Append(Title(context)).Append("\n\n| Keys | What they do |\n|:--|:--|\n");
            foreach (var binding in bindings)
                text.Append("| ").Append(string.Join(", ", binding.Keys.Select(k => $"`{k}`"))).Append(" | ").Append(binding.Description).Append(" |\n");
        }

        return text.ToString();
    }
}
