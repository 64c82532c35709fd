namespace Extraction.Segmentation;

/// <summary>How a text is cut into words, named as in jieba.</summary>
public enum SegmentationMode
{
    /// <summary>The most probable words, each character in one of them.</summary>
    Accurate,

    /// <summary>Every word of the dictionary that stands in the text; words overlap.</summary>
    All,

    /// <summary>The most probable words, and in front of a long one the words of two and three characters inside it.</summary>
    Search,
}
