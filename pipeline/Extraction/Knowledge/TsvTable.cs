using System.Collections.Immutable;

namespace Extraction.Knowledge;

/// <summary>A knowledge table: rows with named fields, each row knowing its line.</summary>
public sealed class TsvTable
{
    private readonly string name;
    private readonly ImmutableArray<string> columns;

    private TsvTable(string name, ImmutableArray<string> columns, ImmutableArray<TsvRow> rows) =>
        (this.name, this.columns, Rows) = (name, columns, rows);

    /// <summary>The rows in file order.</summary>
    public ImmutableArray<TsvRow> Rows { get; }

    /// <summary>The field of a row in a named column; trailing fields may be left out in the file and are empty.</summary>
    /// <exception cref="KnowledgeException">There is no such column.</exception>
    public string Field(TsvRow row, string column)
    {
        int index = columns.IndexOf(column);
        if (index < 0) throw new KnowledgeException(name, 1, $"the column '{column}' is missing from the header");
        return index < row.Fields.Length ? row.Fields[index] : "";
    }

    /// <summary>An error about a row, to be thrown.</summary>
    public KnowledgeException Error(TsvRow row, string problem) => new(name, row.Line, problem);

    internal static TsvTable Parse(string name, string text)
    {
        var rows = ImmutableArray.CreateBuilder<TsvRow>();
        ImmutableArray<string> columns = [];
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string content = line.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(content) || content[0] == '#') continue;
            ImmutableArray<string> fields = [.. content.Split('\t')];
            if (columns.IsEmpty) columns = fields;
            else if (fields.Length > columns.Length)
                throw new KnowledgeException(name, number, $"{fields.Length} fields where the header names {columns.Length}");
            else rows.Add(new TsvRow(number, fields));
        }

        if (columns.IsEmpty) throw new KnowledgeException(name, 1, "the header line that names the columns is missing");
        return new TsvTable(name, columns, rows.ToImmutable());
    }
}

/// <summary>A row of a knowledge table.</summary>
/// <param name="Line">Line in its file, from 1.</param>
/// <param name="Fields">Its fields.</param>
public sealed record TsvRow(int Line, ImmutableArray<string> Fields);
