using System.Text;
using Extraction.Knowledge;

namespace Extraction.Cli.Explain;

/// <summary>Shows the rule that decided: the lines of the knowledge file that the record's method names.</summary>
internal static class RulePrinter
{
    internal static void Print(TextWriter writer, KnowledgeFolder knowledge, string method)
    {
        writer.WriteLine();
        int hash = method.IndexOf('#');
        if (hash < 0)
        {
            writer.WriteLine($"decided by     {method}");
            return;
        }

        string file = method[..hash], id = method[(hash + 1)..];
        writer.WriteLine($"decided by     {file}, {id}:");
        foreach (string line in Lines(Encoding.UTF8.GetString(knowledge.ReadBytes(file)).Split('\n'), id)) writer.WriteLine("  | " + line);
    }

    // A number names a line of a table, a word an item of a YAML list that begins with "- id: word".
    private static IEnumerable<string> Lines(string[] lines, string id)
    {
        if (int.TryParse(id, out int number)) return number <= lines.Length ? [lines[number - 1]] : [];
        int start = Array.FindIndex(lines, line => line.TrimStart().StartsWith("- id: " + id, StringComparison.Ordinal) && line.TrimEnd().EndsWith(id, StringComparison.Ordinal));
        if (start < 0) return [];
        int indent = lines[start].Length - lines[start].TrimStart().Length;
        return lines.Skip(start).Take(1).Concat(lines.Skip(start + 1).TakeWhile(line => line.Length > indent && line[..(indent + 1)].Trim().Length == 0));
    }
}
