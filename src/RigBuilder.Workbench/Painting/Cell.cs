using System.Text;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>A character cell. The right half of a wide character has the rune NUL. The default is an empty cell.</summary>
/// <param name="Rune">The character.</param>
/// <param name="Role">Its meaning.</param>
/// <param name="Surface">What it lies on.</param>
public readonly record struct Cell(Rune Rune, Role Role, Surface Surface)
{
    /// <summary>A blank.</summary>
    public static Cell Blank(Surface surface) => new(new Rune(' '), Role.Normal, surface);

    /// <summary>Whether it is the right half of a wide character.</summary>
    public bool IsTail => Rune.Value == 0;
}
