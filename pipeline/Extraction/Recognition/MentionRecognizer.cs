using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Dates;
using Extraction.Recognition.Names;
using Extraction.Recognition.Quantities;
using Extraction.Recognition.Titles;

namespace Extraction.Recognition;

/// <summary>Finds everything in a document that rules ask about: dates, quantities, titles and names. Thread-safe.</summary>
public sealed class MentionRecognizer
{
    private readonly DateRecognizer dates;
    private readonly QuantityRecognizer quantities;
    private readonly TitleRecognizer titles;
    private readonly NameRecognizer names;

    private MentionRecognizer(DateRecognizer dates, QuantityRecognizer quantities, TitleRecognizer titles, NameRecognizer names) =>
        (this.dates, this.quantities, this.titles, this.names) = (dates, quantities, titles, names);

    /// <summary>Loads the recognizers around names that are loaded already, since normalization and segmentation share their words.</summary>
    /// <exception cref="KnowledgeException">A table or rule file is missing or wrong.</exception>
    public static MentionRecognizer Load(KnowledgeFolder knowledge, NameRecognizer names)
    {
        DateRecognizer dates = DateRecognizer.Load(knowledge);
        return new MentionRecognizer(dates, QuantityRecognizer.Load(knowledge, dates), TitleRecognizer.Load(knowledge), names);
    }

    /// <summary>All mentions of a document.</summary>
    public MentionSet Recognize(SegmentedText text)
    {
        ImmutableArray<DateMention> found = [.. dates.Recognize(text)];
        return new MentionSet([.. found, .. quantities.Recognize(text, found), .. titles.Recognize(text), .. names.Recognize(text)]);
    }
}
