using System.IO.Compression;
using System.Text;
using Stogram.Core.Files;

namespace Stogram.Core.Tests.Files;

public sealed class ContentTypesTests
{
    public static readonly TheoryData<string, string> Heads = new()
    {
        { "\u0089PNG\r\n\u001a\n", "image/png" },
        { "\u00ff\u00d8\u00ff\u00e0", "image/jpeg" },
        { "GIF89a", "image/gif" },
        { "RIFF\0\0\0\0WEBPVP8X", "image/webp" },
        { "RIFF\0\0\0\0WAVEfmt ", "audio/wav" },
        { "\0\0\0\u001cftypavif", "image/avif" },
        { "\0\0\0\u001cftypheic", "image/heic" },
        { "\0\0\0\u001cftypM4A ", "audio/mp4" },
        { "\0\0\0\u001cftypqt  ", "video/quicktime" },
        { "\0\0\0\u001cftypisom....moovvidesoun", "video/mp4" },
        { "\0\0\0\u001cftypiso5....moovmvexsoun", "audio/mp4" },
        { "\0\0\0\u001cftypiso5....moovmvexsounvide", "video/mp4" },
        { "\u001aE\u00df\u00a3....webm....V_VP9", "video/webm" },
        { "\u001aE\u00df\u00a3....webm....A_OPUS", "audio/webm" },
        { "\u001aE\u00df\u00a3....matroska..V_MPEG4..A_AAC", "video/x-matroska" },
        { "OggS..........OpusHead", "audio/ogg" },
        { "OggS..........\u0080theora", "video/ogg" },
        { "ID3\u0004", "audio/mpeg" },
        { "\u00ff\u00fb\u0090", "audio/mpeg" },
        { "fLaC", "audio/flac" },
        { "%PDF-1.7", "application/pdf" },
        { "Roof at six. Крыша.", "text/plain" },
        { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml" },
        { "<?xml version='1.0'?><svg/>", "image/svg+xml" },
        // What a browser might take for a page, a script or a style: bytes, or words that are never shown.
        { "<!DOCTYPE html><script>alert(1)</script>", "application/octet-stream" },
        { "\n\t <HTML>", "application/octet-stream" },
        { "<?xml version='1.0'?><html/>", "application/octet-stream" },
        { "\ufeff<script>", "application/octet-stream" },
        { "alert(document.cookie)", "text/plain" },
        { "MZ\u0090\0", "application/octet-stream" },
        { "text with a \0 in it", "application/octet-stream" },
        { "", "application/octet-stream" },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void The_type_follows_from_the_first_bytes(string head, string type) =>
        Assert.Equal(type, ContentTypes.Of(head.Any(letter => letter > 0xff) ? Encoding.UTF8.GetBytes(head) : Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    public void An_office_file_is_known_by_what_it_begins_with(string part, string type) =>
        Assert.Equal(type, ContentTypes.Of(Zip("[Content_Types].xml", "_rels/.rels", part)));

    [Fact]
    public void An_archive_is_an_archive() => Assert.Equal("application/zip", ContentTypes.Of(Zip("word/letter.txt")));

    [Fact]
    public void Words_cut_in_the_middle_of_a_letter_are_words() =>
        Assert.Equal("text/plain", ContentTypes.Of(Encoding.UTF8.GetBytes("x" + new string('ы', 4096)).AsSpan(0, ContentTypes.HeadLength)));

    private static byte[] Zip(params string[] names)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("<x/>");
            }
        }

        return bytes.ToArray();
    }
}
