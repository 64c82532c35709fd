namespace Extraction.Isolation;

/// <summary>The reader has a fault: an exception that is none of its typed failures came up in the worker.</summary>
public sealed class ReaderFaultException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="type">Name of the exception's type in the worker.</param>
    /// <param name="message">Its message.</param>
    public ReaderFaultException(string type, string message)
        : base($"{type}: {message}")
    {
    }
}

/// <summary>Worker processes cannot be started, or do not come up: no document can be read.</summary>
public sealed class WorkerStartException : Exception
{
    /// <summary>Creates it.</summary>
    public WorkerStartException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
