using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>Decides what a statement states. Implementations are thread-safe.</summary>
public interface IStatementClassifier
{
    /// <summary>The labels that it sees, each with its confidence; a statement may have none or several.</summary>
    IEnumerable<Candidate> Classify(Statement statement);
}
