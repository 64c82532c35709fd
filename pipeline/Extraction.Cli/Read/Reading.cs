using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>What was read of a document and which part of it is to be shown.</summary>
/// <param name="Text">The repaired text with its raw text.</param>
/// <param name="Diagnostics">What was lost or odd.</param>
/// <param name="IsRaw">Whether the raw text is shown instead of the repaired one.</param>
/// <param name="Page">The page to be shown, null for all.</param>
internal sealed record Reading(NormalizedText Text, ImmutableArray<Diagnostic> Diagnostics, bool IsRaw, int? Page)
{
    internal SourceDocument Document => Text.Raw.Document;

    /// <summary>The blocks to be shown, in reading order.</summary>
    internal IEnumerable<Block> Blocks => Text.Blocks.Where(block => Page is null || block.Page == Page);

    internal Outcome Outcome => Diagnostics.Any(item => item.IsError) ? Outcome.Partial : Outcome.Complete;

    internal string RawOf(Block block) => Text.Raw.Blocks[block.Index].Span.Of(Text.Raw.Text);

    internal string TextOf(Block block) => IsRaw ? RawOf(block) : Text.TextOf(block);

    internal Locator PlaceOf(Block block) => Text.Raw.Map.Locate(Text.Raw.Blocks[block.Index].Span);

    /// <summary>The blocks in order, each table at its first cell.</summary>
    internal IEnumerable<ReadItem> Items()
    {
        ILookup<int, Block> cells = Blocks.Where(block => block.Cell is not null).ToLookup(block => block.Cell!.Table);
        var shown = new HashSet<int>();
        foreach (Block block in Blocks)
        {
            if (block.Cell is not { } cell) yield return new ReadItem(block, null, []);
            else if (shown.Add(cell.Table)) yield return new ReadItem(block, Text.Tables.FirstOrDefault(grid => grid.Number == cell.Table), [.. cells[cell.Table]]);
        }
    }

    /// <summary>One line for people.</summary>
    internal string Summary() => FormattableString.Invariant(
        $"{Document.File.Source}: {Outcome.ToString().ToLowerInvariant()}, {Document.Format}, {Document.Pages.Length} page(s), {Text.Blocks.Length} blocks, {Text.Tables.Length} tables, {Text.Raw.Text.Length} characters, {Text.Map.Edits.Length} repairs");

    /// <summary><c>page 3, table 1: </c>; empty where nothing is known.</summary>
    internal static string PlaceText(Locator? place)
    {
        if (place is null) return "";
        string[] parts =
        [
            .. Part("page", place.Page), .. place.Part is { } part ? [part] : Array.Empty<string>(), .. Part("table", place.Table), .. Part("row", place.Row),
            .. Part("column", place.Column), .. Part("paragraph", place.Paragraph),
        ];
        return parts.Length == 0 ? "" : string.Join(", ", parts) + ": ";

        static string[] Part(string name, int? number) => number is { } value ? [FormattableString.Invariant($"{name} {value}")] : [];
    }
}

/// <summary>A block, or a table with all its cells.</summary>
/// <param name="Block">The block; for a table its first cell.</param>
/// <param name="Grid">Null for a block outside tables.</param>
/// <param name="Cells">The table's cells in reading order.</param>
internal sealed record ReadItem(Block Block, TableGrid? Grid, ImmutableArray<Block> Cells)
{
    internal bool IsTable => !Cells.IsEmpty;

    /// <summary>Rows that have a cell, with the texts of their columns; a merged cell stands at its top left position.</summary>
    internal string[][] Rows(Func<Block, string> textOf)
    {
        int columns = Math.Max(Grid?.Columns ?? 0, Cells.Max(cell => cell.Cell!.Column));
        return
        [
            .. Cells.GroupBy(cell => cell.Cell!.Row).OrderBy(row => row.Key).Select(row => Enumerable.Range(1, columns)
                .Select(column => string.Join('\n', row.Where(cell => cell.Cell!.Column == column).Select(textOf))).ToArray()),
        ];
    }
}
