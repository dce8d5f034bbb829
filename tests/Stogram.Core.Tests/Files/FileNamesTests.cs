using System.Text;
using Stogram.Core.Files;

namespace Stogram.Core.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\boot\..\boot.ini", "boot.ini")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\u2066b\u2069\u200Fc.txt", "abc.txt")]
    [InlineData("line\r\nSet-Cookie: a=b.txt", "lineSet-Cookie: a=b.txt")]
    [InlineData("nul\0byte.png", "nulbyte.png")]
    [InlineData("quote\";filename=evil.exe", "quote\";filename=evil.exe")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData(" .gitignore", ".gitignore")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData("\u200B\uFEFF", "file")]
    [InlineData("семья 👩‍👩‍👧.jpg", "семья 👩‍👩‍👧.jpg")]
    public void A_name_is_what_can_be_shown_and_saved(string name, string kept) => Assert.Equal(kept, FileNames.Clean(name));

    // Not among the others: an attribute cannot hold half a pair.
    [Fact]
    public void Half_a_pair_is_no_letter() => Assert.Equal("half  pair.png", FileNames.Clean("half \ud800 pair.png"));

    [Theory]
    [InlineData("a", ".png")]
    [InlineData("ы", ".docx")]
    [InlineData("👩", ".tar.gz")]
    public void A_long_name_keeps_its_extension_and_fits_a_file_system(string letter, string extension)
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat(letter, 5000)) + extension);

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 240, 255);
        Assert.EndsWith(Path.GetExtension(extension), name);
        Assert.DoesNotContain('\ufffd', name);
    }
}
