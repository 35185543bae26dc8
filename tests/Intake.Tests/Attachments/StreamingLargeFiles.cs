using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Attachments;

namespace Xinfang.Intake.Tests.Attachments;

/// <summary>Alone, because what it counts is of the whole process.</summary>
[CollectionDefinition(nameof(CountingBytes), DisableParallelization = true)]
public sealed class CountingBytes;

/// <summary>A file is never held: what is asked of memory for twenty megabytes is what is asked for two.</summary>
[Collection(nameof(CountingBytes))]
public class StreamingLargeFiles(IntakeApp app, ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024, Files = 5, Size = 20;

    [Theory, InlineData("film"), InlineData("photo"), InlineData("paper")]
    public async Task Five_files_of_twenty_megabytes_take_no_memory_that_grows_with_them(string what)
    {
        var receiving = app.Services.GetRequiredService<Receiving>();
        await ReadAsync(receiving, what, 1); // everything that is made once is made
        GC.Collect();
        var (held, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true));
        long most = 0;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                await Task.Yield();
            }
        }, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Files).Select(_ => ReadAsync(receiving, what, Size)));
        var after = GC.GetTotalAllocatedBytes(precise: true);
        await done.CancelAsync();
        await watching;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Files}×{Size} MB, allocated {(after - allocated) / 1024} KB, held at most {(most - held) / 1024} KB more"));
        Assert.True(after - allocated < 16 * Megabyte, $"allocated {after - allocated} bytes for {Files * Size} MB");
        Assert.True(most - held < 8 * Megabyte, $"held {most - held} bytes more");
    }

    private static async Task ReadAsync(Receiving receiving, string what, int megabytes)
    {
        var result = await receiving.ReadAsync(new Made(what switch
        {
            "film" => [.. Pictures.FilmWithout().AsSpan(0, Pictures.FilmWithout().Length - 3008), 0, 0, 0, 0, .. "mdat"u8],
            "photo" => Pictures.Jpeg[..^2],
            _ => Uploading.Pdf,
        }, megabytes * (long)Megabyte), "大.bin", TestContext.Current.CancellationToken);
        Assert.False(result.Refused(out var refusal, out var incoming), refusal?.Message);
        incoming.Dispose();
    }

    /// <summary>Begins as given and goes on with bytes made up as they are asked for, so that the test itself holds nothing.</summary>
    private sealed class Made(byte[] head, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Fill(buffer.Span);
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Fill(Span<byte> buffer)
        {
            var count = (int)Math.Min(Math.Min(buffer.Length, 16 * 1024), length - _at);
            for (var i = 0; i < count; i++, _at++) buffer[i] = _at < head.Length ? head[_at] : (byte)(_at * 31 % 251); // never 0xFF
            return count;
        }
    }
}
