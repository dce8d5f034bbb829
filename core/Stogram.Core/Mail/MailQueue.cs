using System.Net;
using System.Net.Mail;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Stogram.Core.Mail;

internal sealed record Letter(string To, string Subject, string Text);

/// <summary>
/// Sends e-mail behind the back of the request that asked for it: how long an answer takes must not tell whether an
/// address is known here.
/// </summary>
internal sealed class MailQueue(CoreOptions options, TimeProvider time, ILogger<MailQueue> log) : BackgroundService
{
    private const int MostWaiting = 1000;

    private const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<Letter> letters = Channel.CreateBounded<Letter>(MostWaiting);

    public bool IsConfigured => options.Smtp is not null;

    public void Send(Letter letter)
    {
        if (IsConfigured && !letters.Writer.TryWrite(letter))
        {
            log.LogWarning("A letter was dropped: {Most} are waiting for the mail server already", MostWaiting);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var letter in letters.Reader.ReadAllAsync(stop))
        {
            await Deliver(letter, stop);
        }
    }

    private async Task Deliver(Letter letter, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Hand(letter, options.Smtp!, stop);
                return;
            }
            catch (SmtpException e) when (attempt < Tries)
            {
                log.LogWarning("The mail server did not take a letter ({Reason}); trying again", e.Message);
                await Task.Delay(Pause * attempt, time, stop);
            }
            catch (Exception e) when (e is SmtpException or FormatException or InvalidOperationException)
            {
                log.LogError(e, "A letter could not be sent");
                return;
            }
        }
    }

    private static async Task Hand(Letter letter, SmtpOptions smtp, CancellationToken stop)
    {
        using var client = new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.Tls,
            Credentials = smtp.User is null ? null : new NetworkCredential(smtp.User, smtp.Password),
        };
        using var message = new MailMessage(smtp.From, letter.To, letter.Subject, letter.Text);
        await client.SendMailAsync(message, stop);
    }
}
