using Stogram.Core.Files;

namespace Stogram.Core.Tests.Files;

public sealed class PictureSizeTests
{
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 11, 8, 0x01, 0x2C, 0x02, 0x58, 1, 0, 0, 0];

    [Fact]
    public void A_png_tells_its_size() => Assert.Equal(
        (600, 300), Read([.. Upload.Png[..8], 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x58, 0, 0, 1, 0x2C, 8, 6, 0, 0, 0, 0, 0, 0], "image/png"));

    [Fact]
    public void A_gif_tells_its_size() =>
        Assert.Equal((600, 300), Read([.. "GIF89a"u8, 0x58, 2, 0x2C, 1, .. new byte[30]], "image/gif"));

    [Theory]
    [InlineData("VP8X", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0x57, 2, 0, 0x2B, 1, 0, 0, 0 })]
    [InlineData("VP8L", new byte[] { 0, 0, 0, 0, 0x2F, 0x57, 0xC2, 0x4A, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData("VP8 ", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x58, 2, 0x2C, 1, 0, 0 })]
    public void Each_form_of_webp_tells_its_size(string form, byte[] rest) => Assert.Equal(
        (600, 300), Read([.. "RIFF\0\0\0\0WEBP"u8, .. System.Text.Encoding.ASCII.GetBytes(form), .. rest], "image/webp"));

    [Theory]
    [InlineData(1, 600, 300)]
    [InlineData(6, 300, 600)]
    public void A_jpeg_is_as_its_exif_turns_it(byte orientation, int width, int height)
    {
        byte[] exif = [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. Frame, .. new byte[20]];

        Assert.Equal((width, height), Read(jpeg, "image/jpeg"));
    }

    [Fact]
    public void A_jpeg_of_a_million_segments_keeps_nobody_busy() => Assert.Null(Read(
        [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xE0, 0, 2], 1000).SelectMany(bytes => bytes), .. Frame], "image/jpeg"));

    [Fact]
    public void Hostile_heads_tell_nothing_and_break_nothing()
    {
        var random = new Random(17);
        foreach (var type in new[] { "image/png", "image/gif", "image/webp", "image/jpeg" })
        {
            for (var i = 0; i < 2000; i++)
            {
                var bytes = new byte[random.Next(0, 200)];
                random.NextBytes(bytes);
                byte[] exif = [0xFF, 0xD8, 0xFF, 0xE1, 0, 150, .. "Exif\0\0MM"u8, 0, 42, .. bytes];
                Assert.True(Read(i % 2 == 0 ? bytes : exif, type) is null or (> 0 and <= 100_000, > 0 and <= 100_000));
            }
        }
    }

    private static (int, int)? Read(byte[] bytes, string type) => PictureSize.Read(new MemoryStream(bytes), type);
}
