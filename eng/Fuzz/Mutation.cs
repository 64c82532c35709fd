namespace Extraction.Fuzz;

/// <summary>Damages bytes as transport, storage and attackers do. The same seed and number give the same damage everywhere.</summary>
internal static class Mutation
{
    private static readonly Func<byte[], Random, byte[]>[] Kinds = [Flip, Cut, Zero, Duplicate, Remove, Overwrite];

    /// <summary>The bytes with one to three damages.</summary>
    internal static byte[] Of(ReadOnlyMemory<byte> content, Random random)
    {
        byte[] bytes = content.ToArray();
        for (int rounds = random.Next(1, 4); rounds > 0 && bytes.Length > 0; rounds--) bytes = Kinds[random.Next(Kinds.Length)](bytes, random);
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, Random random)
    {
        for (int count = random.Next(1, 33); count > 0; count--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static byte[] Cut(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length)];

    private static byte[] Zero(byte[] bytes, Random random)
    {
        bytes.AsSpan(Part(bytes, random)).Clear();
        return bytes;
    }

    private static byte[] Duplicate(byte[] bytes, Random random)
    {
        Range part = Part(bytes, random);
        int at = random.Next(bytes.Length);
        return [.. bytes[..at], .. bytes[part], .. bytes[at..]];
    }

    private static byte[] Remove(byte[] bytes, Random random)
    {
        Range part = Part(bytes, random);
        return [.. bytes[..part.Start], .. bytes[part.End..]];
    }

    private static byte[] Overwrite(byte[] bytes, Random random)
    {
        random.NextBytes(bytes.AsSpan(Part(bytes, random)));
        return bytes;
    }

    // Up to a kilobyte: damage that leaves most of the file, so that readers get far.
    private static Range Part(byte[] bytes, Random random)
    {
        int start = random.Next(bytes.Length);
        return start..Math.Min(bytes.Length, start + random.Next(1, 1025));
    }
}
