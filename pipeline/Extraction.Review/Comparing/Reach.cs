namespace Extraction.Review.Comparing;

/// <summary>Whether something that moved can have made a difference.</summary>
internal enum Reach
{
    /// <summary>Not as far as can be seen.</summary>
    None,

    /// <summary>It works on records like this one.</summary>
    Possible,

    /// <summary>The record names it: its method, its names, its words, its document.</summary>
    Touches,

    /// <summary>Nothing else can have.</summary>
    Certain,
}
