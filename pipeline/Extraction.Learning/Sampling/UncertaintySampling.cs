using System.Collections.Immutable;

namespace Extraction.Learning.Sampling;

/// <summary>
/// Chooses what is worth labelling: the statements between whose two likeliest labels the model decides with the smallest margin (Scheffer et
/// al. 2001), from many documents, none like another.
/// </summary>
public static class UncertaintySampling
{
    // One document has one style; a few of its statements teach it.
    private const int MostPerDocument = 5;

    // Shorter ones are headings and cells.
    private const int ShortestText = 8;

    // Two statements that share this part of their character pairs teach the same.
    private const double Likeness = 0.6;

    /// <summary>The statements to label, least certain first. The same statements give the same choice in any order.</summary>
    /// <param name="statements">All statements of the reports.</param>
    /// <param name="count">Most to choose.</param>
    /// <param name="known">Masked texts that are labelled already.</param>
    public static ImmutableArray<UncertainStatement> Choose(IEnumerable<UncertainStatement> statements, int count, IEnumerable<string> known)
    {
        var chosen = ImmutableArray.CreateBuilder<UncertainStatement>();
        var perDocument = new Dictionary<string, int>(StringComparer.Ordinal);
        HashSet<string> labelled = known.ToHashSet(StringComparer.Ordinal);
        var taken = new List<HashSet<string>>();
        foreach (UncertainStatement statement in InOrder(statements))
        {
            if (chosen.Count == count) break;
            if (perDocument.GetValueOrDefault(statement.Document) == MostPerDocument || labelled.Contains(statement.Pattern)) continue;
            HashSet<string> pairs = PairsOf(statement.Pattern);
            if (taken.Exists(other => AreAlike(other, pairs))) continue;
            chosen.Add(statement);
            taken.Add(pairs);
            perDocument[statement.Document] = perDocument.GetValueOrDefault(statement.Document) + 1;
        }

        return chosen.DrainToImmutable();
    }

    private static IEnumerable<UncertainStatement> InOrder(IEnumerable<UncertainStatement> statements) => statements
        .Where(statement => statement.Text.Length >= ShortestText)
        .OrderBy(statement => statement.Margin)
        .ThenBy(statement => statement.Source, StringComparer.Ordinal)
        .ThenBy(statement => statement.Text, StringComparer.Ordinal);

    private static HashSet<string> PairsOf(string pattern) =>
        Enumerable.Range(0, Math.Max(0, pattern.Length - 1)).Select(i => pattern.Substring(i, 2)).ToHashSet(StringComparer.Ordinal);

    private static bool AreAlike(HashSet<string> one, HashSet<string> other)
    {
        int shared = one.Count(other.Contains);
        return shared >= Likeness * (one.Count + other.Count - shared);
    }
}
