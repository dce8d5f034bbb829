using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Notify;

/// <summary>Which messages of a chat somebody wants to be told of.</summary>
[JsonConverter(typeof(UpperSnakeJson<NotifyLevel>))]
public enum NotifyLevel
{
    All,
    Mentions,
    None,
}
