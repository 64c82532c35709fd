using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Cli.Isolation;

/// <summary>Small documents of each format that a worker reads ahead of its first one, so that no document pays for code that runs for the first time.</summary>
internal static class FirstDocuments
{
    // Samples that travel with the program; the slowest to start first.
    private static readonly string[] Embedded = ["first.pdf", "first.pptx", "first.docx"];

    private static readonly (string Name, string Text)[] Written =
    [
        ("first.html", "<!DOCTYPE html><title>一</title><h1>二</h1><p>三</p><table><tr><th>四<td>五</table>"),
        ("first.md", "# 一\n\n- 二 **三**\n\n| 四 | 五 |\n|---|---|\n| 六 | 七 |\n"),
        ("first.txt", "一\n二〇二三年\n• 三\n"),
    ];

    /// <summary>Reads them until there is something else to do. Pictures are left alone: their models take seconds and much memory to load.</summary>
    internal static void Read(IDocumentReader reader, CancellationToken cancellation)
    {
        var limits = new ReadLimits { Recognition = RecognitionScope.None };
        foreach (SourceFile file in All())
        {
            if (cancellation.IsCancellationRequested) return;
            reader.Read(file, limits, new DiagnosticBag(), CancellationToken.None);
        }
    }

    /// <summary>The documents, one a format.</summary>
    internal static IEnumerable<SourceFile> All() => Embedded.Select(name => SourceFile.FromBytes(name, BytesOf(name)))
        .Concat(Written.Select(document => SourceFile.FromBytes(document.Name, Encoding.UTF8.GetBytes(document.Text))));

    private static byte[] BytesOf(string name)
    {
        using Stream stream = typeof(FirstDocuments).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
