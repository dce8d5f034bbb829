namespace Stogram.Core.Mail;

/// <summary>The server that takes e-mail. Without one nothing is sent, and administrators see the links instead.</summary>
/// <param name="Tls">STARTTLS; only for a server on this machine is it reasonable to go without.</param>
public sealed record SmtpOptions(string Host, int Port, string From, string? User, string? Password, bool Tls);
