using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Content;

/// <summary>The optional content that the file does not show when it is opened.</summary>
internal sealed class PdfLayers
{
    private const int Deepest = 16;

    private readonly PdfObjects objects;
    private readonly HashSet<IndirectReference> hidden = [];

    private PdfLayers(PdfObjects objects) => this.objects = objects;

    /// <summary>Nothing is hidden.</summary>
    public static PdfLayers None(PdfObjects objects) => new(objects);

    /// <summary>As the file's default configuration has it.</summary>
    public static PdfLayers Of(PdfObjects objects)
    {
        var layers = new PdfLayers(objects);
        layers.ReadDefaults();
        return layers;
    }

    private void ReadDefaults()
    {
        if (objects.Dictionary(objects.Catalog, "OCProperties") is not { } properties || objects.Dictionary(properties, "D") is not { } shown) return;
        if (objects.Name(shown, "BaseState") == "OFF") hidden.UnionWith(References(objects.Array(properties, "OCGs")));
        hidden.UnionWith(References(objects.Array(shown, "OFF")));
        hidden.ExceptWith(References(objects.Array(shown, "ON")));
    }

    /// <summary>Whether what carries this membership (a group, or a dictionary of groups) is not shown.</summary>
    public bool Hides(IToken? membership)
    {
        if (membership is null || hidden.Count == 0) return false;
        if (membership is IndirectReferenceToken group && hidden.Contains(group.Data)) return true;
        if (objects.DictionaryOf(membership) is not { } several || objects.Name(several, "Type") != "OCMD") return false;
        if (objects.Array(several, "VE") is { Count: > 1 } expression) return !IsTrue(expression, 0);
        List<IndirectReference> groups = several.Data.TryGetValue("OCGs", out IToken? token) && token is IndirectReferenceToken single && objects.Resolve(single) is not ArrayToken
            ? [single.Data] : References(objects.Array(several, "OCGs"));
        return groups.Count > 0 && objects.Name(several, "P") switch
        {
            "AllOn" => groups.Exists(hidden.Contains),
            "AnyOff" => !groups.Exists(hidden.Contains),
            "AllOff" => !groups.TrueForAll(hidden.Contains),
            _ => groups.TrueForAll(hidden.Contains),
        };
    }

    /// <summary>Whether an expression of groups that are shown holds: <c>[/And a [/Not b]]</c>.</summary>
    private bool IsTrue(IReadOnlyList<IToken> expression, int depth)
    {
        IEnumerable<bool> terms = expression.Skip(1).Select(IsShown);
        return (objects.Resolve(expression[0]) as NameToken)?.Data switch
        {
            "Not" => !terms.First(),
            "Or" => terms.Any(isShown => isShown),
            _ => terms.All(isShown => isShown),
        };

        bool IsShown(IToken term) => objects.Resolve(term) is ArrayToken { Length: > 1 } inner ? depth >= Deepest || IsTrue(inner.Data, depth + 1)
            : term is not IndirectReferenceToken group || !hidden.Contains(group.Data);
    }

    private static List<IndirectReference> References(IReadOnlyList<IToken> tokens) => [.. tokens.OfType<IndirectReferenceToken>().Select(token => token.Data)];
}
