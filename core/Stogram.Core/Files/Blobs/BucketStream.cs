using Amazon.S3.Model;

namespace Stogram.Core.Files.Blobs;

/// <summary>
/// An object that can be read from any place on. Nothing is asked of the bucket until bytes are wanted: a HEAD, or a
/// client that has the file already, costs it nothing.
/// </summary>
internal sealed class BucketStream(long size, Func<long, CancellationToken, Task<GetObjectResponse>> ask) : Stream
{
    private GetObjectResponse? answer;

    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => position;
        set
        {
            Drop();
            position = value;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation = default)
    {
        if (position >= size)
        {
            return 0;
        }

        answer ??= await ask(position, cancellation);
        var read = await answer.ResponseStream.ReadAsync(buffer, cancellation);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellation) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellation).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Drop();
        base.Dispose(disposing);
    }

    private void Drop()
    {
        answer?.Dispose();
        answer = null;
    }
}
