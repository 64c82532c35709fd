using System.Globalization;

namespace Extraction.Ocr.Tests.Scans;

/// <summary>
/// Writes black and white rows as a Group 4 fax (ITU-T T.6), in horizontal mode only. A run is written as a sum of runs of powers of two, with
/// runs of nothing of the other colour between them, so that sixteen code words suffice.
/// </summary>
internal static class FaxBits
{
    private const string Horizontal = "001";
    private const string EndOfBlock = "000000000001000000000001";
    private static readonly string[] White = ["000111", "0111", "1011", "10011", "101010", "00011011", "1101100110101"];
    private static readonly string[] Black = ["010", "11", "011", "000101", "0000010111", "000001101010", "00000011110000110111"];
    private static readonly string NoWhite = "00110101";
    private static readonly string NoBlack = "0000110111";

    /// <summary>The coded rows; true is black.</summary>
    public static byte[] Of(bool[,] rows)
    {
        var bits = new System.Text.StringBuilder();
        for (int y = 0; y < rows.GetLength(0); y++)
            for (int x = 0; x < rows.GetLength(1);)
            {
                int end = x;
                while (end < rows.GetLength(1) && rows[y, end] == rows[y, x]) end++;
                foreach (int power in Powers(end - x)) bits.Append(Horizontal).Append(rows[y, x] ? NoWhite + Black[power] : White[power] + NoBlack);
                x = end;
            }
        bits.Append(EndOfBlock).Append('0', (8 - (bits.Length % 8)) % 8);
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => byte.Parse(bits.ToString(at * 8, 8), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture))];
    }

    /// <summary>Exponents of powers of two, up to 64, that add up to a length.</summary>
    private static IEnumerable<int> Powers(int length)
    {
        for (int power = White.Length - 1; power >= 0; power--)
            for (; length >= 1 << power; length -= 1 << power) yield return power;
    }
}
