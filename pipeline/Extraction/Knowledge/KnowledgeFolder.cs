using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Extraction.Knowledge;

/// <summary>
/// The folder that domain experts edit (<c>pipeline/knowledge</c>): every file that a stage takes from it is read here once,
/// so that the hash of what was used can go into every result. Not thread-safe: load everything first, then run.
/// </summary>
public sealed class KnowledgeFolder
{
    private readonly SortedDictionary<string, byte[]> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> shared = new(StringComparer.Ordinal);

    /// <summary>Opens a folder.</summary>
    /// <exception cref="KnowledgeException">There is no such folder.</exception>
    public KnowledgeFolder(string path)
    {
        if (!Directory.Exists(path)) throw new KnowledgeException(path, 0, "the knowledge folder does not exist; pass --knowledge FOLDER");
        Path = path;
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>The folder that travels with the program.</summary>
    public static KnowledgeFolder Default() => new(System.IO.Path.Combine(AppContext.BaseDirectory, "knowledge"));

    /// <summary>Reads a file, UTF-8, and remembers its hash.</summary>
    /// <param name="name">Relative path with <c>/</c>, e.g. <c>lexicon/organizations.tsv</c>.</param>
    /// <exception cref="KnowledgeException">It is missing.</exception>
    public byte[] ReadBytes(string name)
    {
        string path = System.IO.Path.Combine(Path, name.Replace('/', System.IO.Path.DirectorySeparatorChar));
        if (!File.Exists(path)) throw new KnowledgeException(name, 0, "the file is missing; restore it from the repository");
        byte[] bytes = File.ReadAllBytes(path);
        used[name] = SHA256.HashData(bytes);
        return bytes;
    }

    /// <summary>What a file holds, read by the first that asks and given to all others: for files that are slow to load.</summary>
    /// <typeparam name="T">An immutable type, the same for every call with this name.</typeparam>
    /// <param name="name">Relative path with <c>/</c>.</param>
    /// <param name="read">Makes it of the file's bytes.</param>
    /// <exception cref="KnowledgeException">The file is missing.</exception>
    public T Once<T>(string name, Func<byte[], T> read)
        where T : class
    {
        if (shared.TryGetValue(name, out object? known)) return (T)known;
        T result = read(ReadBytes(name));
        shared[name] = result;
        return result;
    }

    /// <summary>Reads a file as UTF-8 text.</summary>
    public string ReadText(string name) => Encoding.UTF8.GetString(ReadBytes(name));

    /// <summary>Reads a table of tab-separated values: the first line names the columns, <c>#</c> starts a comment line, blank lines are skipped.</summary>
    /// <exception cref="KnowledgeException">A line has another number of fields than the header, with file and line.</exception>
    public TsvTable ReadTsv(string name) => TsvTable.Parse(name, ReadText(name));

    /// <summary>SHA-256 of each file read so far, 64 hex digits, by name.</summary>
    public ImmutableSortedDictionary<string, string> FileHashes() =>
        used.ToImmutableSortedDictionary(file => file.Key, file => Convert.ToHexStringLower(file.Value), StringComparer.Ordinal);

    /// <summary>Hash over the names and contents of all files read so far: 64 hex digits, independent of the order of reading.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] digest) in used)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(digest);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A knowledge file is missing or wrong: says file, line and remedy.</summary>
public sealed class KnowledgeException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="file">Name inside the knowledge folder.</param>
    /// <param name="line">Line from 1, 0 for the whole file.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public KnowledgeException(string file, int line, string problem)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}") => (File, Line) = (file, line);

    /// <summary>Name inside the knowledge folder.</summary>
    public string File { get; }

    /// <summary>Line from 1, 0 for the whole file.</summary>
    public int Line { get; }
}
