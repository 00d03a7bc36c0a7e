using System.Collections.Immutable;

namespace RigBuilder.Yaml.Reading;

/// <summary>Records which keys a mapping has, and hands out placeholders.</summary>
internal sealed class DeclaringMap : YamlMap
{
    private readonly ImmutableArray<FieldDeclaration>.Builder _fields = ImmutableArray.CreateBuilder<FieldDeclaration>();

    public ImmutableArray<FieldDeclaration> Fields => _fields.ToImmutable();

    private protected override T Take<T>(string key, Format<T> format, bool isRequired, string doc, string? example, T fallback)
    {
        _fields.Add(new FieldDeclaration(key, format, isRequired, doc, example));
        return fallback;
    }

    private protected override TResult Take<T, TResult>(string key, Format<T> format, string doc, string? example, TResult fallback, Func<T, TResult> wrap)
    {
        _fields.Add(new FieldDeclaration(key, format, IsRequired: false, doc, example));
        return fallback;
    }
}
