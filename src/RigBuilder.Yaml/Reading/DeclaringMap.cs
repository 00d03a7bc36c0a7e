using System.Collections.Immutable;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>Records which keys a mapping has, and hands out placeholders.</summary>
internal sealed class DeclaringMap : YamlMap
{
    private readonly ImmutableArray<FieldDeclaration>.Builder _fields = ImmutableArray.CreateBuilder<FieldDeclaration>();

    public ImmutableArray<FieldDeclaration> Fields => _fields.ToImmutable();

    private protected override ReadContext Context => throw new InvalidOperationException("nothing is read while keys are declared");

    private protected override YamlNode? Seek(string key, AnyFormat format, bool isRequired, string doc, string? example)
    {
        _fields.Add(new FieldDeclaration(key, format, isRequired, doc, example));
        return null;
    }

    private protected override void Fail() => throw new InvalidOperationException("nothing is read while keys are declared");
}
