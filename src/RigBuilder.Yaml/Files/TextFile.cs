using System.Collections.Immutable;
using System.Text;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Yaml.Files;

/// <summary>A text file that was read: the unit every reader works on. Tests build them from strings.</summary>
/// <param name="Path">Path as it shall appear in diagnostics.</param>
/// <param name="Text">The whole text, without a byte order mark.</param>
public sealed record TextFile(string Path, string Text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file's bytes as UTF-8, with or without a byte order mark.</summary>
    /// <param name="path">Path for diagnostics.</param>
    /// <param name="bytes">The file's contents.</param>
    /// <param name="error">RB1001 when the bytes are not UTF-8, else null.</param>
    /// <returns>The text, or null with <paramref name="error"/>.</returns>
    public static TextFile? Decode(string path, ReadOnlySpan<byte> bytes, out Diagnostic? error)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        error = valid ? null : NotUtf8(path, bytes);
        return valid ? new TextFile(path, Strict.GetString(bytes)) : null;
    }

    private static Diagnostic NotUtf8(string path, ReadOnlySpan<byte> bytes)
    {
        var good = ValidPrefix(bytes);
        var line = 1 + bytes[..good].Count((byte)'\n');
        var utf16 = bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
        return new Diagnostic("RB1001", DiagnosticSeverity.Error, new SourceLocation(path, line, 0),
            utf16 ? "the file is UTF-16, not UTF-8" : $"the file is not UTF-8: byte 0x{bytes[good]:X2} on line {line} does not belong there")
        {
            Help = "save the file as UTF-8",
        };
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            var status = Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done) return position;
            position += consumed;
        }

        return Math.Max(0, bytes.Length - 1);
    }
}

/// <summary>The YAML files below a folder.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Files">The files that could be read, ordered by path.</param>
/// <param name="Diagnostics">What is wrong with the others.</param>
public sealed record TextFolder(string Path, ImmutableArray<TextFile> Files, ImmutableArray<Diagnostic> Diagnostics);
