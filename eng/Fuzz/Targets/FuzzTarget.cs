using Extraction.Fuzz.Office;
using Extraction.Fuzz.Pdf;
using Extraction.Fuzz.Texts;

namespace Extraction.Fuzz.Targets;

/// <summary>A reader with the damage that reaches it.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Endings">Of the files that it takes.</param>
/// <param name="Damage">The same bytes and the same state of the random numbers give the same damage.</param>
internal sealed record FuzzTarget(string Name, string[] Endings, Func<byte[], Random, Mutant> Damage)
{
    /// <summary>Whole files and any bytes of them, through the whole pipeline.</summary>
    internal const string Files = "files";

    /// <summary>The messages between workers and the process that they work for.</summary>
    internal const string Wire = "wire";

    /// <summary>What tells formats apart.</summary>
    internal const string Sniffer = "sniffer";

    internal static readonly FuzzTarget[] Readers =
    [
        new("pptx", [".pptx"], PartDamage.Of),
        new("docx", [".docx"], PartDamage.Of),
        new("package", [".pptx", ".docx"], HeaderDamage.Of),
        new("pdf", [".pdf"], PdfDamage.Of),
        new("html", [".html", ".htm"], HtmlDamage.Of),
        new("archive", [".mht"], ArchiveDamage.Of),
        new("markdown", [".md"], MarkdownDamage.Of),
        new("text", [".txt"], TextDamage.Of),
    ];

    /// <summary>Names of all targets.</summary>
    internal static IEnumerable<string> Names => [Files, .. Readers.Select(target => target.Name), Wire, Sniffer];

    internal bool Takes(string name) => Endings.Contains(Path.GetExtension(name).ToLowerInvariant());
}
