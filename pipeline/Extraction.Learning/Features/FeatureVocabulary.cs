using System.Collections.Immutable;

namespace Extraction.Learning.Features;

/// <summary>The features that a network knows, by their hashes. Immutable and thread-safe.</summary>
internal sealed class FeatureVocabulary
{
    private readonly uint[] hashes;

    /// <summary>Knows some features.</summary>
    /// <param name="hashes">Their hashes, ascending; the place of a hash is the slot of its feature.</param>
    internal FeatureVocabulary(uint[] hashes) => this.hashes = hashes;

    /// <summary>The hashes, ascending.</summary>
    internal ReadOnlySpan<uint> Hashes => hashes;

    /// <summary>How many features are known.</summary>
    internal int Count => hashes.Length;

    /// <summary>The features that stand in at least some of the statements: what is met once is mostly a name and teaches nothing.</summary>
    internal static FeatureVocabulary Of(IEnumerable<StatementFeatures> statements, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (StatementFeatures statement in statements)
            foreach (uint hash in FeatureGroups.Of(statement).SelectMany(group => group.Features.Select(feature => Hash(group.Kind, feature))).Distinct())
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
        return new FeatureVocabulary([.. counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).Order()]);
    }

    /// <summary>A statement as numbers.</summary>
    internal FeatureVector Vector(StatementFeatures statement)
    {
        var slots = ImmutableArray.CreateBuilder<int>();
        var values = ImmutableArray.CreateBuilder<float>();
        foreach (FeatureGroup group in FeatureGroups.Of(statement)) Append(group, slots, values);
        return new FeatureVector(slots.DrainToImmutable(), values.DrainToImmutable());
    }

    // A feature that stands twice says more than once, but not twice as much; unknown ones make the group longer and say nothing.
    private void Append(FeatureGroup group, ImmutableArray<int>.Builder slots, ImmutableArray<float>.Builder values)
    {
        var counts = new SortedDictionary<int, int>();
        float squares = 0;
        foreach (string feature in group.Features)
        {
            int slot = Array.BinarySearch(hashes, Hash(group.Kind, feature));
            if (slot < 0) squares++;
            else counts[slot] = counts.GetValueOrDefault(slot) + 1;
        }

        foreach (int count in counts.Values) squares += Damped(count) * Damped(count);
        foreach ((int slot, int count) in counts)
        {
            slots.Add(slot);
            values.Add(group.Weight * Damped(count) / MathF.Sqrt(squares));
        }
    }

    private static float Damped(int count) => 1 + MathF.Log(count);

    // FNV-1a (Fowler, Noll, Vo) with a last mixing step.
    private static uint Hash(char kind, string feature)
    {
        uint hash = (2166136261 ^ kind) * 16777619;
        foreach (char character in feature) hash = (hash ^ character) * 16777619;
        hash = (hash ^ (hash >> 15)) * 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }
}

/// <summary>A statement as numbers.</summary>
/// <param name="Slots">Slots of its known features.</param>
/// <param name="Values">Their values, one for each slot; each group of features is scaled to its weight.</param>
internal readonly record struct FeatureVector(ImmutableArray<int> Slots, ImmutableArray<float> Values);
