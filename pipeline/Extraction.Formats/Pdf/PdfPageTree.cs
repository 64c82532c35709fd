using System.Collections.Immutable;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>The pages of a file in order.</summary>
/// <param name="Pages">Those that are there.</param>
/// <param name="Missing">How many the tree names without having them, or without their being readable.</param>
internal sealed record PdfPageTree(ImmutableArray<PdfPageSource> Pages, int Missing)
{
    private const int Deepest = 256;

    /// <summary>Walks the tree. A branch that is met again is a circle, or a trick to make many pages of few.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="most">How many pages are looked for.</param>
    public static PdfPageTree Of(PdfObjects objects, int most)
    {
        var walk = new Walk(objects, most);
        if (objects.Catalog.Data.TryGetValue("Pages", out IToken? root)) walk.Visit(root, [], 0);
        return new PdfPageTree(walk.Pages.ToImmutable(), walk.Missing);
    }

    private sealed class Walk(PdfObjects objects, int most)
    {
        private readonly HashSet<IndirectReference> branches = [];

        public ImmutableArray<PdfPageSource>.Builder Pages { get; } = ImmutableArray.CreateBuilder<PdfPageSource>();

        public int Missing { get; private set; }

        public void Visit(IToken token, ImmutableArray<DictionaryToken> resources, int depth)
        {
            if (Pages.Count >= most || depth > Deepest) return;
            if (Read(token) is not { } node)
            {
                Missing++;
                return;
            }
            IToken? kids = Entry(node, "Kids");
            if (kids is not ArrayToken several)
            {
                if ((Entry(node, "Type") as NameToken)?.Data is "Pages") return;
                Pages.Add(new PdfPageSource(node, resources, token is IndirectReferenceToken page ? page.Data : null));
                return;
            }
            if (token is IndirectReferenceToken branch && !branches.Add(branch.Data)) return;
            if (Entry(node, "Resources") is DictionaryToken own) resources = resources.Add(own);
            foreach (IToken kid in several.Data) Visit(kid, resources, depth + 1);
        }

        private DictionaryToken? Read(IToken token) => Try(() => objects.DictionaryOf(token));

        private IToken? Entry(DictionaryToken node, string key) => Try(() => objects.Entry(node, key));

        private static T? Try<T>(Func<T?> part) where T : class
        {
            try
            {
                return part();
            }
            catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
            {
                return null;
            }
        }
    }
}
