using Extraction.DictionaryBuilder;
using Extraction.Knowledge;
using Extraction.Segmentation;

// DictionaryBuilder [FOLDER]: writes segmentation/dictionary.words of a knowledge folder anew from its dictionary.tsv, the same bytes for
// the same table. CI runs it and sees that nothing changes.
var knowledge = new KnowledgeFolder(args.Length > 0 ? args[0] : "pipeline/knowledge");
const string Table = "segmentation/dictionary.tsv";
WordTrie trie = new TrieBuilder(DictionaryTable.Parse(Table, knowledge.ReadText(Table))).Build();
string target = Path.Combine(knowledge.Path, "segmentation", "dictionary.words");
byte[] image = DictionaryImage.Write(trie);
File.WriteAllBytes(target, image);
Console.WriteLine($"{target}: {image.Length} bytes, {trie.Units.Length} units, {trie.Alphabet.Length} characters, {trie.Frequencies.Length - 1} frequencies, {trie.Tags.Length} tags");
