using Extraction.SampleBuilder;

if (args is not [string folder])
{
    Console.Error.WriteLine("usage: dotnet run --project eng/SampleBuilder -c Release -- FOLDER");
    return 2;
}
foreach (SampleFile sample in SampleFile.All())
{
    string path = Path.Combine(folder, sample.Name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    byte[] content = sample.Build();
    foreach (string error in OfficeValidation.Errors(sample.Name, content))
    {
        Console.Error.WriteLine($"{sample.Name}: {error}");
        return 1;
    }
    File.WriteAllBytes(path, content);
    Console.Out.WriteLine($"{path}: {content.Length} bytes");
}
return 0;
