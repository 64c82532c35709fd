using System.Text;

namespace Extraction.Isolation;

/// <summary>Reads a stream to its end in the background and keeps its beginning, so that whoever writes never waits and never fills this process.</summary>
internal sealed class BoundedOutput
{
    private readonly byte[] kept;
    private readonly Task reading;
    private volatile int length;

    internal BoundedOutput(Stream stream, int most)
    {
        kept = new byte[most];
        reading = Task.Factory.StartNew(() => Read(stream), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    internal string Text => Encoding.UTF8.GetString(kept.AsSpan(0, length));

    internal void Wait(TimeSpan most) => reading.Wait(most);

    private void Read(Stream stream)
    {
        byte[] buffer = new byte[4096];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                int taken = Math.Min(read, kept.Length - length);
                buffer.AsSpan(0, taken).CopyTo(kept.AsSpan(length));
                length += taken;
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
        }
    }
}
