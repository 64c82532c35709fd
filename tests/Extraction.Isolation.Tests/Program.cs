using Extraction.Isolation;
using Extraction.Isolation.Tests;

return ReadingWorker.Run(new MischievousReader());
