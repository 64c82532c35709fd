using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>A page as the file has it, before anything of it is drawn.</summary>
/// <param name="Dictionary">The page's own entries.</param>
/// <param name="Resources">Those of the page tree above it, outermost first, its own last.</param>
internal sealed record PdfPageSource(DictionaryToken Dictionary, ImmutableArray<DictionaryToken> Resources)
{
    /// <summary>Hands pages out through the library's own search in the page tree.</summary>
    internal sealed class Factory : IPageFactory<PdfPageSource>
    {
        public PdfPageSource Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations) =>
            new(dictionary, [.. pageTreeMembers.ParentResources]);
    }
}
