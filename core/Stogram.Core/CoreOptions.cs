using Stogram.Core.Chats;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Mail;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Outside;

namespace Stogram.Core;

/// <summary>What the host tells the core about the place it runs in.</summary>
public sealed record CoreOptions
{
    /// <summary>32 or more secret bytes; access tokens, refresh tokens and file links hang on them.</summary>
    public required byte[] SigningKey { get; init; }

    /// <summary>The clock on the wall; what orders messages is <c>seq</c>, never this.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where files lie.</summary>
    public required string UploadsFolder { get; init; }

    /// <summary>True while the server listens on the loopback interface alone.</summary>
    public bool IsLoopback { get; init; }

    /// <summary>For organizations that have not decided: open on the loopback interface, else by invitation.</summary>
    public SignUpPolicy? SignUp { get; init; }

    public SignUpPolicy DefaultSignUp => SignUp ?? (IsLoopback ? SignUpPolicy.Open : SignUpPolicy.Invite);

    /// <summary>Where people reach this server, without a slash at the end: what links in letters begin with.</summary>
    public string PublicUrl { get; init; } = "http://localhost:5080";

    /// <summary>Null where no e-mail can be sent.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Whether the pages that messages link to are looked at; organizations may say no for themselves.</summary>
    public bool Previews { get; init; } = true;

    public OutsideOptions Outside { get; init; } = new();

    public ChatLimits Chats { get; init; } = new();

    public MessageLimits Messages { get; init; } = new();

    public PersonalLimits Personal { get; init; } = new();

    /// <summary>In bytes, of one file; organizations may set less for themselves, here as below.</summary>
    public long MaxFileSize { get; init; } = DefaultMaxFileSize;

    public const long DefaultMaxFileSize = 2L << 30;

    /// <summary>In bytes, of an organization's people together and of each; null is no limit.</summary>
    public long? StorageQuota { get; init; }

    public long? PersonQuota { get; init; }

    /// <summary>Where new files go; null for the uploads folder.</summary>
    public BucketOptions? Bucket { get; init; }
}
