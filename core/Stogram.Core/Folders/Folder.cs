using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Folders;

/// <summary>Some of a person's chats under a name: those that were put in, and those that a rule takes in.</summary>
public sealed class Folder
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Name { get; set; }

    public int Position { get; set; }

    /// <summary>As on the wire.</summary>
    public string[] Rules { get; set; } = [];

    public Guid[] ChatIds { get; set; } = [];
}

[JsonConverter(typeof(UpperSnakeJson<FolderRule>))]
public enum FolderRule
{
    Unread,
    Groups,
    Private,
    Channels,
}
