using Extraction.Reading;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>
/// The library's filters, each asked only after its output is known to be bounded: the library itself unpacks until memory ends,
/// and keeps quiet about it.
/// </summary>
internal sealed class PdfStreamLimits(ReadLimits limits) : IFilterProvider
{
    // of an object, as the format limits it
    private const int HighestNumber = 8_388_607;

    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;

    /// <exception cref="InvalidDataException">A cross-reference stream speaks of more objects than a file can have: the library makes an entry for each.</exception>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        if (dictionary.TryGet(NameToken.Index, out ArrayToken ranges) && ranges.Data.OfType<NumericToken>().Any(number => number.Double is < 0 or > HighestNumber))
            throw new InvalidDataException("A cross-reference stream speaks of objects that no file can have.");
        return Bounded(filters.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(filters.GetAllFilters());

    private IFilter[] Bounded(IReadOnlyList<IFilter> unbounded) => [.. unbounded.Select(filter => new BoundedFilter(filter, limits))];

    private sealed class BoundedFilter(IFilter filter, ReadLimits limits) : IFilter
    {
        private const int IndexShare = 8;

        public bool IsSupported => filter.IsSupported;

        /// <exception cref="PdfTooComplexException">The stream unpacks to more than is allowed.</exception>
        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider provider, int index)
        {
            // an entry of a cross-reference stream takes a few bytes and becomes many times that in memory
            long most = IsIndex(streamDictionary) ? limits.MaxStreamBytes / IndexShare
                : IsPicture(streamDictionary) ? limits.MaxStreamBytes : Math.Min(limits.MaxStreamBytes, limits.MaxContentBytesPerPage);
            if (PdfStreamSize.Exceeds(filter, input, most))
                throw new PdfTooComplexException($"A stream unpacks to more than {most} bytes.");
            if (PdfStreamSize.RowBytes(streamDictionary) > most)
                throw new PdfTooComplexException($"A stream declares rows of no bytes, or of more than {most}.");
            return filter.Decode(input, streamDictionary, provider, index);
        }

        private static bool IsPicture(DictionaryToken dictionary) => dictionary.TryGet(NameToken.Subtype, out NameToken kind) && kind.Data == "Image";

        private static bool IsIndex(DictionaryToken dictionary) =>
            dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data is "XRef" or "ObjStm";
    }
}
