using BenchmarkDotNet.Running;
using Extraction.TextBenchmark;

// TextBenchmark tokens TEXT FOLDER [LEXICON]   the tokens of a text in every way, for parity.py
// TextBenchmark rounds TEXT                    a round for each line of stdin, for compare.mjs
// TextBenchmark [--filter *Cut*] …             BenchmarkDotNet, with its own options
switch (args)
{
    case ["tokens", var text, var folder, .. var lexicon]:
        TokenFiles.Write(text, folder, lexicon.FirstOrDefault());
        break;
    case ["rounds", var text]:
        new Rounds(text).Run(Console.In, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
