namespace Extraction.Ocr.Networks;

/// <summary>
/// Makes a network cheaper without changing what it computes. The published models scale and shift whole layers with single numbers, one
/// operation each, and spend half of their time so. Here a chain of them becomes part of the convolution before it, else a convolution
/// of its own, which the runtime joins with its neighbours. Results differ in the last digits only.
/// </summary>
internal sealed class NetworkFolding
{
    private const int GraphField = 7;
    private const int NodeField = 1;
    private const int TensorField = 5;
    private const int OutputField = 12;
    private readonly Dictionary<string, NetworkTensor> constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);

    // tensors that are pictures of so many channels; of others the rules below know nothing
    private readonly Dictionary<string, int> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<NetworkNode> folded = [];
    private readonly List<string> made = [];

    private NetworkFolding(List<NetworkNode> nodes)
    {
        foreach (NetworkNode node in nodes)
        {
            foreach (string input in node.Inputs) Count(input);
            if (node.Type == "Constant" && NetworkTensor.Of(node) is { } tensor) constants[node.Outputs[0]] = tensor;
        }
    }

    /// <summary>The model with fewer operations.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model.</exception>
    public static byte[] Apply(byte[] model)
    {
        List<ProtoField> file = ProtoMessage.Parse(model);
        return ProtoMessage.Write(file.Select(field => field.Number == GraphField ? ProtoField.Of(GraphField, Graph(field.Bytes)) : field));
    }

    private static byte[] Graph(ReadOnlyMemory<byte> bytes)
    {
        List<ProtoField> fields = ProtoMessage.Parse(bytes);
        List<NetworkNode> nodes = [.. fields.Where(field => field.Number == NodeField).Select(field => new NetworkNode(ProtoMessage.Parse(field.Bytes)))];
        var folding = new NetworkFolding(nodes);
        foreach (ProtoField output in fields.Where(field => field.Number == OutputField)) folding.Count(ProtoMessage.Parse(output.Bytes)[0].Text);
        foreach (NetworkNode node in nodes) folding.Take(node);
        return ProtoMessage.Write([.. folding.Nodes(), .. fields.Where(field => field.Number != NodeField), .. folding.Tensors()]);
    }

    private IEnumerable<ProtoField> Nodes() => folded.Select(node => ProtoField.Of(NodeField, node.Write()));

    // a convolution that took in two operations left the weights of the first behind
    private IEnumerable<ProtoField> Tensors()
    {
        HashSet<string> used = [.. folded.SelectMany(node => node.Inputs)];
        return made.Where(used.Contains).Select(name => ProtoField.Of(TensorField, constants[name].Write(name)));
    }

    private void Count(string name) => uses[name] = uses.GetValueOrDefault(name) + 1;

    private void Take(NetworkNode node)
    {
        if (Scaling(node) is { } scaling && channels.TryGetValue(scaling.Input, out int count)) Fold(scaling, node.Outputs[0], count);
        else Put(node);
    }

    /// <summary>What a node with a single number does to its other input; null where it is another kind of node.</summary>
    private (string Input, float Scale, float Shift)? Scaling(NetworkNode node)
    {
        if (node.Inputs.Count != 2) return null;
        (string left, string right) = (node.Inputs[0], node.Inputs[1]);
        (float? first, float? second) = (Single(left), Single(right));
        return (node.Type, first, second) switch
        {
            ("Add", null, { } shift) => (left, 1, shift),
            ("Add", { } shift, null) => (right, 1, shift),
            ("Mul", null, { } scale) => (left, scale, 0),
            ("Mul", { } scale, null) => (right, scale, 0),
            ("Div", null, { } divisor) => (left, 1 / divisor, 0),
            _ => null,
        };
    }

    private float? Single(string name) => constants.TryGetValue(name, out NetworkTensor? tensor) && tensor.Values.Length == 1 ? tensor.Values[0] : null;

    private void Fold((string Input, float Scale, float Shift) scaling, string output, int count)
    {
        string weights = output + ".weights", shifts = output + ".shifts";
        if (uses[scaling.Input] == 1 && places[scaling.Input] is var place && folded[place] is { Type: "Conv" } conv)
        {
            NetworkTensor before = conv.Inputs.Count > 2 ? constants[conv.Inputs[2]] : new NetworkTensor([count], new float[count]);
            folded[place] = conv.With([conv.Inputs[0], Make(weights, constants[conv.Inputs[1]], scaling.Scale, 0), Make(shifts, before, scaling.Scale, scaling.Shift)], output);
            Remember(output, count, place);
            return;
        }
        Make(weights, new NetworkTensor([count, 1, 1, 1], new float[count]), 0, scaling.Scale);
        Make(shifts, new NetworkTensor([count], new float[count]), 0, scaling.Shift);
        Put(NetworkNode.PerChannel(scaling.Input, weights, shifts, output, count));
    }

    private string Make(string name, NetworkTensor tensor, float scale, float shift)
    {
        constants[name] = tensor with { Values = [.. tensor.Values.Select(value => (value * scale) + shift)] };
        made.Add(name);
        return name;
    }

    private void Put(NetworkNode node)
    {
        folded.Add(node);
        if (Channels(node) is { } count) Remember(node.Outputs[0], count, folded.Count - 1);
    }

    private void Remember(string output, int count, int place) => (channels[output], places[output]) = (count, place);

    private int? Channels(NetworkNode node)
    {
        if (node.Type == "Conv") return node.Inputs.Skip(1).All(constants.ContainsKey) ? constants[node.Inputs[1]].Shape[0] : null;
        bool keepsShape = node.Type is "Clip" or "Relu" or "Sigmoid" or "HardSigmoid" or "BatchNormalization";
        if (keepsShape) return channels.TryGetValue(node.Inputs[0], out int count) ? count : null;
        bool isOfTwo = node.Type is "Add" or "Mul" && channels.ContainsKey(node.Inputs[0]) && channels.ContainsKey(node.Inputs[1]);
        return isOfTwo && channels[node.Inputs[0]] == channels[node.Inputs[1]] ? channels[node.Inputs[0]] : null;
    }
}
