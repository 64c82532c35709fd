using System.Collections.Immutable;
using Extraction.Learning.Features;

namespace Extraction.Learning.Networks;

/// <summary>Networks over the same features whose answers are averaged: what one learned by chance, the others did not. Immutable and thread-safe.</summary>
internal sealed class NetworkEnsemble
{
    private readonly FeatureVocabulary vocabulary;
    private readonly ImmutableArray<StatementNetwork> networks;

    /// <summary>Puts trained networks together.</summary>
    internal NetworkEnsemble(FeatureVocabulary vocabulary, ImmutableArray<StatementNetwork> networks) =>
        (this.vocabulary, this.networks) = (vocabulary, networks);

    /// <summary>A probability for each label; they sum up to 1.</summary>
    internal float[] Score(StatementFeatures features)
    {
        FeatureVector statement = vocabulary.Vector(features);
        float[] sum = networks[0].Score(statement);
        foreach (StatementNetwork network in networks.Skip(1))
        {
            float[] scores = network.Score(statement);
            for (int label = 0; label < sum.Length; label++) sum[label] += scores[label];
        }

        for (int label = 0; label < sum.Length; label++) sum[label] /= networks.Length;
        return sum;
    }

    /// <summary>Everything, little-endian.</summary>
    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(vocabulary.Count);
        foreach (uint hash in vocabulary.Hashes) writer.Write(hash);
        writer.Write(networks.Length);
        foreach (StatementNetwork network in networks) network.WriteTo(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no networks.</exception>
    internal static NetworkEnsemble FromBytes(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var hashes = new uint[Length(reader.ReadInt32(), bytes.Length)];
            for (int i = 0; i < hashes.Length; i++) hashes[i] = reader.ReadUInt32();
            int count = Length(reader.ReadInt32(), bytes.Length);
            return new NetworkEnsemble(new FeatureVocabulary(hashes), [.. Enumerable.Range(0, count).Select(_ => StatementNetwork.ReadFrom(reader))]);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("the networks are cut off", error);
        }
    }

    private static int Length(int length, int most) => length > 0 && length <= most ? length : throw new InvalidDataException("the networks' sizes are wrong");
}
