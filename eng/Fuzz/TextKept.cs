using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Reading;

namespace Extraction.Fuzz;

/// <summary>Measures how much slide text is read from presentations that were cut off or damaged.</summary>
internal static class TextKept
{
    // of a cut file: the share of the text that is still there; of a mutation: of what the whole file had
    private static readonly (string Damage, double Part, double Bar)[] Cuts = [("cut to 20 %", 0.2, 0.99), ("cut to 40 %", 0.4, 1), ("cut to 60 %", 0.6, 1), ("cut to 80 %", 0.8, 1)];

    private const double MutationBar = 0.90;

    /// <summary>Prints a line for each kind of damage.</summary>
    /// <returns>Whether the mean of each reaches its bar.</returns>
    internal static bool Print(IEnumerable<string> paths, int seed, int mutations)
    {
        (string Path, byte[] Bytes)[] files = [.. paths.Where(path => Path.GetExtension(path) is ".pptx" or ".potx" or ".ppsx").Select(path => (path, File.ReadAllBytes(path)))];
        bool reachesAll = true;
        foreach ((string damage, double part, double bar) in Cuts)
        {
            reachesAll &= Print(damage, bar, files.Select(file =>
            {
                byte[] cut = file.Bytes[..(int)(file.Bytes.Length * part)];
                return (file.Path, Kept(cut, SlideText.Of(cut)));
            }));
        }
        return reachesAll & Print("mutated", MutationBar, files.SelectMany(file =>
        {
            Dictionary<char, int> whole = SlideText.Of(file.Bytes);
            return Enumerable.Range(0, mutations).Select(number => (file.Path + "#" + number, Kept(Mutation.Of(file.Bytes, new Random(unchecked((seed * 1_000_003) + number))), whole)));
        }));
    }

    private static bool Print(string damage, double bar, IEnumerable<(string Name, double? Kept)> trials)
    {
        (string Name, double Kept)[] measured = [.. trials.Where(trial => trial.Kept is not null).Select(trial => (trial.Name, trial.Kept!.Value)).OrderBy(trial => trial.Item2)];
        if (measured.Length == 0) return true;
        double mean = measured.Average(trial => trial.Kept);
        Console.Out.WriteLine(FormattableString.Invariant($"{damage,-12} {measured.Length,5} files with text left, kept {mean:0.0000} (bar {bar:0.00})"));
        foreach ((string name, double kept) in measured.Where(trial => trial.Kept < bar).Take(5)) Console.Out.WriteLine(FormattableString.Invariant($"    {kept:0.0000} {name}"));
        return mean >= bar;
    }

    // null where there is no text
    private static double? Kept(byte[] bytes, Dictionary<char, int> wanted)
    {
        if (wanted.Count == 0) return null;
        Dictionary<char, int> read = SlideText.Counts(Read(bytes));
        return wanted.Sum(character => (double)Math.Min(character.Value, read.GetValueOrDefault(character.Key))) / wanted.Values.Sum();
    }

    private static IEnumerable<string> Read(byte[] bytes)
    {
        try
        {
            SourceDocument document = new PptxReader().Read(SourceFile.FromBytes("damaged.pptx", bytes), new ReadLimits(), new DiagnosticBag(), CancellationToken.None);
            return document.Pages.SelectMany(page => page.Elements).SelectMany(Texts);
        }
        catch (UnreadableDocumentException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Texts(SourceElement element) => element switch
    {
        SourceTextBox box => box.Paragraphs.Select(paragraph => paragraph.Text),
        SourceTable table => table.Cells.SelectMany(cell => cell.Paragraphs).Select(paragraph => paragraph.Text),
        _ => [],
    };
}
