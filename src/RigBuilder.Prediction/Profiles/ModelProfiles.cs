using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using RigBuilder.Domain.Models;

namespace RigBuilder.Prediction.Profiles;

/// <summary>Keeps the profiles of the models asked for, by reference of model and quant. Safe to share between threads.</summary>
internal sealed class ModelProfiles
{
    // Overlays reload the catalog, and each reload makes new objects: the table is emptied before it grows without bound.
    private const int Most = 4096;
    private readonly ConcurrentDictionary<Key, ModelProfile> _profiles = new();

    public ModelProfile Of(LlmModel model, Quant quant)
    {
        var key = new Key(model, quant);
        if (_profiles.TryGetValue(key, out var known)) return known;
        if (_profiles.Count >= Most) _profiles.Clear();
        return _profiles.GetOrAdd(key, static k => ModelProfile.Of(k.Model, k.Quant));
    }

    private readonly struct Key(LlmModel model, Quant quant) : IEquatable<Key>
    {
        public LlmModel Model { get; } = model;

        public Quant Quant { get; } = quant;

        public bool Equals(Key other) => ReferenceEquals(Model, other.Model) && ReferenceEquals(Quant, other.Quant);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Model), RuntimeHelpers.GetHashCode(Quant));
    }
}
