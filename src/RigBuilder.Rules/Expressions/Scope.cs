using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions;

/// <summary>The names an expression may use: the members of the facts, and variables that hide them. Immutable.</summary>
public sealed class Scope
{
    private readonly ImmutableArray<Variable> _variables;

    private Scope(EntityType facts, ImmutableArray<Variable> variables) => (Facts, _variables) = (facts, variables);

    /// <summary>The facts, whose members are the outermost names.</summary>
    public EntityType Facts { get; }

    /// <summary>The facts as a variable.</summary>
    public Variable Root => _variables[0];

    /// <summary>Number of slots a frame needs for this scope.</summary>
    public int Slots => _variables.Length;

    /// <summary>All names, innermost first.</summary>
    public IEnumerable<string> Names => _variables.Skip(1).Reverse().Select(v => v.Name).Concat(Facts.Members.Select(m => m.Name));

    /// <summary>The scope of an expression outside of any loop.</summary>
    public static Scope Of(EntityType facts) => new(facts, [new Variable("", facts, 0)]);

    /// <summary>This scope with one more variable, which hides what had its name.</summary>
    public Scope With(string name, RuleType type) => new(Facts, _variables.Add(new Variable(name, type, _variables.Length)));

    /// <summary>The innermost variable.</summary>
    public Variable Innermost => _variables[^1];

    /// <summary>The variable of this name, or null.</summary>
    public Variable? Find(string name)
    {
        for (var i = _variables.Length - 1; i > 0; i--)
            if (_variables[i].Name == name) return _variables[i];
        return null;
    }

    /// <summary>Whether the name is a variable or a fact.</summary>
    public bool Knows(string name) => Find(name) is not null || Facts.Find(name) is not null;
}
