using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>A page as the file has it, before anything of it is drawn.</summary>
/// <param name="Dictionary">The page's own entries.</param>
/// <param name="Resources">Those of the page tree above it, outermost first.</param>
/// <param name="Rotation">As the page tree above it has it, in degrees.</param>
internal sealed record PdfPageSource(DictionaryToken Dictionary, ImmutableArray<DictionaryToken> Resources, int Rotation)
{
    /// <summary>Hands pages out through the library's own search in the page tree.</summary>
    internal sealed class Factory : IPageFactory<PdfPageSource>
    {
        public PdfPageSource Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations) =>
            new(dictionary, [.. pageTreeMembers.ParentResources], pageTreeMembers.Rotation);
    }
}
