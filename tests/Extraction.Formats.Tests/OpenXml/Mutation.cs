namespace Extraction.Formats.Tests.OpenXml;

/// <summary>Damages files as transfers and disks do: flipped bytes, ranges of zeros, cuts, insertions, blocks in the wrong order.</summary>
internal static class Mutation
{
    /// <summary>The file with the damage of a seed.</summary>
    public static byte[] Of(byte[] file, int seed)
    {
        var random = new Random(seed);
        byte[] damaged = (byte[])file.Clone();
        int at = random.Next(file.Length), length = Math.Min(random.Next(1, 64), file.Length - at);
        switch (seed % 5)
        {
            case 0:
                for (int i = 0; i < 3; i++) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                return damaged;
            case 1:
                damaged.AsSpan(at, length).Clear();
                return damaged;
            case 2:
                return damaged[..Math.Max(at, file.Length * 19 / 20)];
            case 3:
                return [.. damaged[..at], .. file.AsSpan(random.Next(file.Length - length), length), .. damaged[at..]];
            default:
                int other = random.Next(file.Length - length);
                file.AsSpan(other, length).CopyTo(damaged.AsSpan(Math.Min(at, file.Length - length)));
                return damaged;
        }
    }
}
