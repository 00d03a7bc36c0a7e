using RigBuilder.Domain.Parts;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;
using RigBuilder.Workbench.Tests.Fixtures;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Scenarios.Tests;

/// <summary>README's screen is drawn by the program itself.</summary>
public sealed class ReadmeScreenTests
{
    private const string Head = "```text\n";
    private static readonly Size Screen = new(118, 36);

    [Test]
    public void Screen_OfTheReadme_IsWhatTheProgramShows()
    {
        var build = new RigFiles(new DiskFiles()).Load(Path.Combine(Checkout.Root, "examples", "llama-65b-two-rtx-3090.rig.yaml"), ShippedWorld.Loaded.Catalog).Value!;
        var world = new RigBuilder.Workbench.State.World(ShippedWorld.Loaded.Appraiser());
        var program = new ScreenProgram(ScreenState.Start(world, build), new Silent());
        program.Handle(new HostEvent.Resized(Screen));
        string[] toTheSupply = ["2", "Esc", "Esc", "Home", .. Enumerable.Repeat("Down", (int)PartKind.Psu)];
        foreach (var key in (string[])[.. toTheSupply, "/", "6", "5", "0", "Enter", "End"])
        {
            program.Handle(new HostEvent.Pressed(Key.Parse(key)));
            program.Draw(Screen);
        }

        var shown = HeadlessScreen.TextOf(program.Draw(Screen), GlyphSet.Braille);
        Assert.That(shown, Does.Contain("RM650").And.Contain("gives 650 W"), "a supply that is too small, with what it would do");

        var path = Path.Combine(Checkout.Root, "README.md");
        var text = File.ReadAllText(path);
        var from = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var until = text.IndexOf("```", from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1") File.WriteAllText(path, text[..from] + shown + text[until..]);
        Assert.That(File.ReadAllText(path), Does.Contain(Head + shown), "README's screen is not current; RIGBUILDER_ACCEPT=1 dotnet test tests/RigBuilder.Scenarios.Tests draws it");
    }

    private sealed class Silent : Workbench.Effects.IEffectRunner
    {
        public void Run(Workbench.Effects.Effect effect, Action<Message> post)
        {
        }
    }
}
