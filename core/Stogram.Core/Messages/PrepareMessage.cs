using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Messages;

/// <summary>From what a client sent to what is posted: every rule that needs no lock.</summary>
internal sealed class PrepareMessage(NpgsqlDataSource database, ClientExtras extras, CoreOptions options) : IVerb
{
    private const int LongestQuote = 1_000;

    public async Task<Outcome<NewMessage>> Run(Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        if (request.Id == Guid.Empty)
        {
            return Refusal.Invalid("id", "Make a new id for each message.");
        }

        var fault = Unsaid(request) ?? TooMuch(request) ?? Extra(caller, request) ?? await Quote(caller, request, cancellation);
        if (fault is not null)
        {
            return fault;
        }

        return new NewMessage(
            caller.OrganizationId, request.ChatId!.Value, request.Id!.Value, caller.UserId, request.Content ?? "",
            request.ReplyToId, request.FileIds?.Distinct().ToArray() ?? [], request.IsSilent ?? false)
        {
            Special = SpecialParts.Of(new(
                Extra: request.Extra, Quote: request.Quote, ExpiresIn: request.ExpiresIn, EncryptedContent: request.EncryptedContent,
                Topic: request.TopicSeq, HidePreview: request.HidePreview == true ? true : null)),
        };
    }

    private static Refusal? Unsaid(SendMessageRequest request)
    {
        if (request.IsEncrypted == true)
        {
            return string.IsNullOrEmpty(request.EncryptedContent) ? Refusal.Invalid("encryptedContent", "Required.")
                : !string.IsNullOrEmpty(request.Content) ? Refusal.Invalid("content", "An encrypted message has no plain text.")
                : request.Quote is not null ? Refusal.Invalid("quote", "An encrypted message quotes inside of what is encrypted.")
                : null;
        }

        return request.EncryptedContent is not null ? Refusal.Invalid("encryptedContent", "Only where isEncrypted is true.")
            : string.IsNullOrWhiteSpace(request.Content) && request.FileIds is not { Length: > 0 }
                ? Refusal.Invalid("content", "A message needs text or a file.")
                : null;
    }

    private Refusal? TooMuch(SendMessageRequest request) =>
        request.Content?.Length > options.Messages.MessageLength ? TooLong(options.Messages)
        : request.FileIds?.Length > options.Messages.FilesPerMessage
            ? Refusal.Invalid("fileIds", $"At most {options.Messages.FilesPerMessage} files in a message.")
        : null;

    public static Refusal TooLong(MessageLimits limits) => Refusal.Invalid("content", $"At most {limits.MessageLength} characters.");

    private Refusal? Extra(Caller caller, SendMessageRequest request) =>
        request.Extra is { } extra && extras.Fault(caller.OrganizationId, extra) is { } fault ? Refusal.Invalid("extra", fault) : null;

    /// <summary>Whether it was said so; whether it can be answered at all is the store's to say.</summary>
    private async Task<Refusal?> Quote(Caller caller, SendMessageRequest request, CancellationToken cancellation)
    {
        if (request.Quote is not { } quote)
        {
            return null;
        }

        if (request.ReplyToId is not { } original)
        {
            return Refusal.Invalid("quote", "Name the message in replyToId.");
        }

        if (quote.Text is not { Length: > 0 and <= LongestQuote } || !Validation.IsStorable(quote.Text))
        {
            return Refusal.Invalid("quote", $"1 to {LongestQuote} characters.");
        }

        await using var command = database.CreateCommand(
            """
            select coalesce(x.content, '') from core.memberships m
            join core.messages x on x.chat_id = m.chat_id and x.seq > m.visible_from_seq and x.id = $4 and not x.is_deleted
            where m.chat_id = $1 and m.user_id = $2 and m.organization_id = $3
            """);
        command.Parameters.Add(new() { Value = request.ChatId!.Value });
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = original });
        return await command.ExecuteScalarAsync(cancellation) is not string said || IsIn(said, quote)
            ? null
            : Refusal.Invalid("quote", "The answered message does not say this there.");
    }

    private static bool IsIn(string said, QuoteView quote) =>
        quote.Offset >= 0 && quote.Offset <= said.Length - quote.Text.Length
        && string.CompareOrdinal(said, quote.Offset, quote.Text, 0, quote.Text.Length) == 0;
}
