using System.Collections.Immutable;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>A page as the file has it, before anything of it is drawn.</summary>
/// <param name="Dictionary">The page's own entries.</param>
/// <param name="Resources">Those of the page tree above it, outermost first.</param>
/// <param name="Reference">What others know the page by, null where it stands in the tree itself.</param>
internal sealed record PdfPageSource(DictionaryToken Dictionary, ImmutableArray<DictionaryToken> Resources, IndirectReference? Reference);
