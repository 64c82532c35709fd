namespace Extraction.Fuzz.Texts;

/// <summary>Choices that all damage makes.</summary>
internal static class Pick
{
    private static readonly string[] Numbers =
        ["0", "1", "-1", "255", "256", "32767", "-32768", "65536", "2147483647", "-2147483648", "4294967296", "9223372036854775808", "1e308", "-1e-308", "NaN", "0.00001", "99999999999999999999999999", ""];

    internal static T From<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];

    /// <summary>A number that breaks sums, sizes and loops.</summary>
    internal static string Number(Random random) => From(Numbers, random);

    /// <summary>A count, mostly small, at times as large as an attacker's.</summary>
    internal static int Count(Random random, int most) => random.Next(4) == 0 ? random.Next(1, most) : random.Next(1, 20);
}
