using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Stogram.Core.Mail;

namespace Stogram.Host.Doctor.Checks;

/// <summary>Greets the mail server (RFC 5321) and asks whether it speaks TLS (RFC 3207); no letter is sent.</summary>
internal static class MailServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async IAsyncEnumerable<Finding> Look(
        Patient patient, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (patient.Settings.Smtp is not { } smtp)
        {
            yield return Finding.Note(
                "e-mail", "no mail server is set: administrators hand out links by themselves.", "set Stogram__Smtp__Host and Stogram__Smtp__From.");
            yield break;
        }

        var (isReached, words) = await Greet(smtp, cancellation);
        var isEncrypted = words.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase);
        yield return (isReached, isEncrypted, smtp.Tls) switch
        {
            (false, _, _) => Finding.Problem("e-mail", $"{smtp.Host}:{smtp.Port} cannot be reached ({words}).", "see Stogram__Smtp__Host and Stogram__Smtp__Port."),
            (_, false, true) => Finding.Problem("e-mail", $"{smtp.Host}:{smtp.Port} answers, but offers no TLS (STARTTLS), so no letter goes out.", "use another port (587), or for a server on this machine Stogram__Smtp__Tls=false."),
            (_, true, false) => Finding.Note("e-mail", $"{smtp.Host}:{smtp.Port} answers; it offers TLS, which is switched off.", "leave out Stogram__Smtp__Tls=false."),
            (_, _, var tls) => Finding.Ok("e-mail", $"{smtp.Host}:{smtp.Port} answers, {(tls ? "with TLS" : "without TLS")}."),
        };
    }

    private static async Task<(bool IsReached, string Words)> Greet(SmtpOptions smtp, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(smtp.Host, smtp.Port, limit.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
            await Answer(reader, limit.Token);
            await writer.WriteLineAsync("EHLO localhost".AsMemory(), limit.Token);
            var words = await Answer(reader, limit.Token);
            await writer.WriteLineAsync("QUIT".AsMemory(), limit.Token);
            return (true, words);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return (false, error.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (false, "no answer within 10 seconds");
        }
    }

    /// <summary>All its lines: a dash after the code says that another follows.</summary>
    private static async Task<string> Answer(StreamReader reader, CancellationToken cancellation)
    {
        var words = "";
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            words += line + "\n";
            if (line is not [_, _, _, '-', ..])
            {
                break;
            }
        }

        return words;
    }
}
