using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

internal sealed class ChatRightsColumn() : ValueConverter<ChatRight[], string[]>(
    rights => rights.Select(right => UpperSnake.Write(right)).ToArray(),
    words => words.Select(word => UpperSnake.Read<ChatRight>(word)).ToArray());

/// <summary>Arrays of rights are replaced, never changed.</summary>
internal sealed class ChatRightsComparer() : ValueComparer<ChatRight[]>(
    (a, b) => a == null ? b == null : b != null && a.SequenceEqual(b),
    rights => rights.Aggregate(0, (hash, right) => HashCode.Combine(hash, (int)right)),
    rights => rights);
