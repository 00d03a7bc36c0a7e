using System.Runtime.CompilerServices;
using RigBuilder.Workbench.Update;

namespace RigBuilder.Workbench.Tests.UpdateTests;

/// <summary>A message that no update handles would end the screen the first time somebody sends it.</summary>
public sealed class EveryMessageTests
{
    private static readonly ScreenState Start = ScreenState.Start(FixtureWorld.Of(FixtureCatalog.Catalog), FixtureWorld.Twin);

    private static IEnumerable<Type> Kinds => typeof(Message).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Message)));

    [TestCaseSource(nameof(Kinds))]
    public void Message_OfEachKind_IsHandled(Type kind)
    {
        var unhandled = "";
        try
        {
            Updater.Apply(Start, (Message)RuntimeHelpers.GetUninitializedObject(kind));
        }
        catch (Exception e)
        {
            // Without its contents a message may end in a null; only that nobody knows its kind is the question here.
            if (e.Message.Contains("handled nowhere")) unhandled = e.Message;
        }

        Assert.That(unhandled, Is.Empty);
    }
}
