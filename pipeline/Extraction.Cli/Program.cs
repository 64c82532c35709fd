using Extraction.Cli;

return await CommandLine.RunAsync(args);
