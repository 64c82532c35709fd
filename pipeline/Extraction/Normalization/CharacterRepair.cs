namespace Extraction.Normalization;

/// <summary>Replaces characters by a table: radicals and compatibility ideographs, or full-width and presentation forms.</summary>
/// <param name="operation">Name of the edits.</param>
/// <param name="table">What becomes what.</param>
internal sealed class CharacterRepair(string operation, CharacterTable table) : IRepair
{
    /// <inheritdoc/>
    public bool ReactsTo(char unit) => table.Opens(unit);

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        for (int i = table.Next(text, 0); i < text.Length;)
        {
            string? replacement = table.Find(text, i, out int length);
            if (replacement is not null) revision.Replace(operation, i, i + length, replacement);
            i = table.Next(text, i + length);
        }

        return revision.Build();
    }
}
