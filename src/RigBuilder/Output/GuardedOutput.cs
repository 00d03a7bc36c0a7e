using System.Text;

namespace RigBuilder.Cli.Output;

/// <summary>What was written to did not take it: a full disk, a closed stream.</summary>
internal sealed class OutputLostException(Exception cause) : Exception(cause.Message, cause);

/// <summary>A writer whose failures are told apart from those of every other file: the command cannot go on without its output.</summary>
internal sealed class GuardedOutput(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guard(() => inner.Write(value));

    public override void Write(string? value) => Guard(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => inner.Write(buffer, index, count));

    // A line in one write, so that another program's lines do not fall into it.
    public override void WriteLine(string? value) => Guard(() => inner.WriteLine(value));

    public override void Flush() => Guard(inner.Flush);

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentOutOfRangeException)
        {
            throw new OutputLostException(e);
        }
    }
}
