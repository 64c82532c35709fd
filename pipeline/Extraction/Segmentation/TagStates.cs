using System.Collections.Immutable;
using System.Globalization;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>The states of <see cref="TagModel"/>, numbered by their rank, and the steps between them. Immutable, safe between threads.</summary>
internal sealed class TagStates
{
    private const string File = "segmentation/tag-states.tsv";

    private readonly ImmutableArray<State> states;
    private readonly Dictionary<string, byte> numbers = new(StringComparer.Ordinal);
    private readonly (byte From, double Log)[][] before;

    private TagStates(ImmutableArray<State> states)
    {
        this.states = states;
        for (int i = 0; i < states.Length; i++) numbers[$"{states[i].Place}/{states[i].Tag}"] = (byte)i;
        before = new (byte, double)[states.Length][];
        Array.Fill(before, []);
    }

    public int Count => states.Length;

    /// <summary>Reads the file; its rows ascend by place and tag.</summary>
    public static TagStates Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        if (table.Rows.Length is 0 or > 256) throw new KnowledgeException(File, 0, "it holds 1 to 256 states; restore it from the repository");
        var result = new TagStates([.. table.Rows.Select(row => ReadState(table, row))]);
        result.ReadSteps(table);
        return result;
    }

    public char Place(int state) => states[state].Place;

    public string Tag(int state) => states[state].Tag;

    public double Start(int state) => states[state].Start;

    public ReadOnlySpan<(byte From, double Log)> Before(int state) => before[state];

    public byte Find(TsvTable table, TsvRow row, string name) =>
        numbers.TryGetValue(name, out byte state) ? state : throw table.Error(row, $"{name} is no state of {File}");

    public byte Find(TsvTable table, TsvRow row, string place, string tag) => Find(table, row, $"{place}/{tag}");

    private static State ReadState(TsvTable table, TsvRow row)
    {
        string place = table.Field(row, "place");
        if (place is not ("B" or "E" or "M" or "S")) throw table.Error(row, $"the place '{place}' is not B, E, M or S");
        return new State(place[0], table.Field(row, "tag"), Number(table, row, table.Field(row, "start")));
    }

    private void ReadSteps(TsvTable table)
    {
        var found = before.Select(_ => new List<(byte, double)>()).ToArray();
        for (int from = 0; from < table.Rows.Length; from++)
        {
            TsvRow row = table.Rows[from];
            foreach (string step in table.Field(row, "next").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int sign = step.IndexOf('=', StringComparison.Ordinal);
                if (sign < 0) throw table.Error(row, $"'{step}' is not place/tag=log");
                found[Find(table, row, step[..sign])].Add(((byte)from, Number(table, row, step[(sign + 1)..])));
            }
        }

        for (int to = 0; to < before.Length; to++) before[to] = [.. found[to]];
    }

    private static double Number(TsvTable table, TsvRow row, string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw table.Error(row, $"'{field}' is not a number");

    private sealed record State(char Place, string Tag, double Start);
}
