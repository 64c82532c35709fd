using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extraction.Knowledge;

namespace Extraction.Learning.Labels;

/// <summary>
/// Reads a folder of labels: <c>train/*.jsonl</c> and <c>test/*.jsonl</c>, one file for one document, one statement a line:
/// <c>{"text":"…","label":"release"}</c>. The order is that of file names (ordinal), training first, so that a statement which both
/// parts hold is never tested with.
/// </summary>
public sealed class LabelFolder
{
    /// <summary>Reason of a skipped row: the same text was read before, with the same label.</summary>
    public const string Duplicate = "duplicate text";

    /// <summary>Reason of a skipped row: fewer characters than any statement has.</summary>
    public const string TooShort = "too short";

    private const int ShortestStatement = 4;

    private readonly Dictionary<string, LabeledStatement> seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> skipped = new(StringComparer.Ordinal);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string path;

    private LabelFolder(string path) => this.path = path;

    /// <summary>Reads all files.</summary>
    /// <exception cref="KnowledgeException">No folder, no training file, or a wrong line: names file, line and remedy.</exception>
    public static LabelSet Read(string path)
    {
        var folder = new LabelFolder(path);
        using (folder.hash)
        {
            ImmutableArray<LabeledStatement> train = folder.ReadPart("train");
            ImmutableArray<LabeledStatement> test = folder.ReadPart("test");
            if (train.IsEmpty) throw new KnowledgeException(path, 0, "there are no statements in train/*.jsonl");
            return new LabelSet(train, test, folder.skipped.ToImmutableSortedDictionary(StringComparer.Ordinal), Convert.ToHexStringLower(folder.hash.GetHashAndReset()));
        }
    }

    private ImmutableArray<LabeledStatement> ReadPart(string part)
    {
        string folder = Path.Combine(path, part);
        if (!Directory.Exists(folder)) throw new KnowledgeException(path, 0, $"the folder '{part}' is missing");
        var statements = ImmutableArray.CreateBuilder<LabeledStatement>();
        foreach (string file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
            statements.AddRange(ReadFile(file, part + "/" + Path.GetFileName(file)).Where(IsKept));
        return statements.DrainToImmutable();
    }

    private List<LabeledStatement> ReadFile(string file, string name)
    {
        // Line ends are those of the checkout; the hash is not to depend on them.
        string content = File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal);
        hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content}\n"));
        var statements = new List<LabeledStatement>();
        int number = 0;
        foreach (string line in content.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) statements.Add(LabelLine.Parse(line, name, number));
        }

        return statements;
    }

    private bool IsKept(LabeledStatement statement)
    {
        if (statement.Text.Length < ShortestStatement) return Skip(TooShort);
        if (!seen.TryGetValue(statement.Text, out LabeledStatement? first))
        {
            seen.Add(statement.Text, statement);
            return true;
        }

        if (first.Label == statement.Label) return Skip(Duplicate);
        throw new KnowledgeException(
            statement.File, statement.Line,
            $"'{LabelNames.Of(statement.Label)}' contradicts '{LabelNames.Of(first.Label)}', the label of the same text at {first.File}:{first.Line}; keep one");
    }

    private bool Skip(string reason)
    {
        skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
        return false;
    }
}
