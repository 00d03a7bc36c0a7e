using System.Threading.Channels;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>Lines from a writer to a reader, within the process.</summary>
public sealed class LinePipe
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public LinePipe() => (Writer, Reader) = (new End(this), new Start(this));

    public TextWriter Writer { get; }

    public TextReader Reader { get; }

    public void Close() => _lines.Writer.TryComplete();

    private sealed class End(LinePipe pipe) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            if (!pipe._lines.Writer.TryWrite(value ?? "")) throw new IOException("broken pipe");
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }
    }

    private sealed class Start(LinePipe pipe) : TextReader
    {
        public override string? ReadLine() => ReadLineAsync(default).AsTask().GetAwaiter().GetResult();

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            while (await pipe._lines.Reader.WaitToReadAsync(cancellationToken))
                if (pipe._lines.Reader.TryRead(out var line)) return line;
            return null;
        }
    }
}
