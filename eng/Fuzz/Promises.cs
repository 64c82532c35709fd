using System.Collections.Concurrent;
using System.Globalization;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.ReadingMeasure;

namespace Extraction.Fuzz;

/// <summary>Says what a document that its reader calls complete lacks.</summary>
internal sealed class Promises(ExtractionPipeline pipeline)
{
    private const double MostMissing = 0.01;
    private const int FewCharacters = 2;

    private readonly ConcurrentDictionary<string, Lazy<Undamaged>> undamaged = new(StringComparer.Ordinal);

    /// <summary>Null where the promise is kept, or nobody can say.</summary>
    internal string? Broken(Seed seed, Mutant mutant, string text)
    {
        if (mutant.Promise == Promise.None) return null;
        Undamaged whole = undamaged.GetOrAdd(seed.Name, _ => new Lazy<Undamaged>(() => Read(seed))).Value;
        if (whole.Counts is null) return null;
        CharacterCounts? due = mutant.Promise == Promise.Whole ? whole.Counts : OfficeTruth.Of(new MemoryStream(mutant.Bytes))?.Sure;
        if (due is null) return null;
        var read = new CharacterCounts();
        read.Add(text);
        CharacterCounts missing = due.Without(read);
        int lost = missing.Total - (mutant.Promise == Promise.Own ? whole.Unread : 0);
        return lost <= Math.Max(FewCharacters, MostMissing * due.Total) ? null
            : string.Create(CultureInfo.InvariantCulture, $"complete without {lost} of {due.Total} characters: {missing.Describe(40)}");
    }

    // what the reader leaves out on purpose is no loss of the damaged file either
    private Undamaged Read(Seed seed)
    {
        try
        {
            var counts = new CharacterCounts();
            counts.Add(pipeline.ReadText(SourceFile.FromBytes(seed.Name, seed.Bytes), new DiagnosticBag(), CancellationToken.None).Raw.Text);
            return new Undamaged(counts, OfficeTruth.Of(new MemoryStream(seed.Bytes))?.Sure.Without(counts).Total ?? 0);
        }
        catch (UnreadableDocumentException)
        {
            return new Undamaged(null, 0);
        }
    }

    private sealed record Undamaged(CharacterCounts? Counts, int Unread);
}
