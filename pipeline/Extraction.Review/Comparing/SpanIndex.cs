namespace Extraction.Review.Comparing;

/// <summary>Finds records by the places that they cite: those that overlap, and in an edited file those with the same words.</summary>
internal sealed class SpanIndex
{
    // a clause has some 40 characters: most spans lie in one cell or two
    private const int Cell = 256;

    // one quote, such as 第二批, may stand in a thousand rows: what is looked at must not grow with the square of that
    private const int MostInCell = 64;

    // a span beyond this is entered by its beginning alone; no clause is that long
    private const int MostCells = 64;

    private readonly Dictionary<(string Document, int Cell), List<int>> cells = [];
    private readonly Dictionary<(string Source, string Quote), List<int>> quotes = [];
    private readonly IReadOnlyList<RecordView> records;

    internal SpanIndex(IReadOnlyList<RecordView> records, IReadOnlySet<string>? documents = null)
    {
        this.records = records;
        for (int i = 0; i < records.Count; i++)
            foreach (EvidencePlace place in records[i].Evidence)
                if (documents is null || documents.Contains(place.Document)) Add(i, place);
    }

    /// <summary>Positions of records that overlap one of a record's places, ascending.</summary>
    internal SortedSet<int> Overlapping(RecordView record)
    {
        var found = new SortedSet<int>();
        foreach (EvidencePlace place in record.Evidence)
            foreach (int cell in CellsOf(place))
                if (cells.TryGetValue((place.Document, cell), out List<int>? near))
                    found.UnionWith(near.Where(position => records[position].Evidence.Any(place.Overlaps)));
        return found;
    }

    /// <summary>Positions of records that quote the same words from a file of the same name, ascending.</summary>
    internal SortedSet<int> Quoting(RecordView record)
    {
        var found = new SortedSet<int>();
        foreach (EvidencePlace place in record.Evidence)
            if (quotes.TryGetValue((place.Source, place.Quote), out List<int>? same)) found.UnionWith(same);
        return found;
    }

    private void Add(int position, EvidencePlace place)
    {
        foreach (int cell in CellsOf(place)) AddTo(cells, (place.Document, cell), position);
        AddTo(quotes, (place.Source, place.Quote), position);
    }

    private static IEnumerable<int> CellsOf(EvidencePlace place)
    {
        int first = place.Start / Cell;
        return Enumerable.Range(first, Math.Min(MostCells, (Math.Max(place.Start, place.End - 1) / Cell) - first + 1));
    }

    private static void AddTo<T>(Dictionary<T, List<int>> index, T key, int position)
        where T : notnull
    {
        if (!index.TryGetValue(key, out List<int>? list)) index[key] = list = [];
        if (list.Count < MostInCell && (list.Count == 0 || list[^1] != position)) list.Add(position);
    }
}
