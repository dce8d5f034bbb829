using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stogram.Core.Audit;
using Stogram.Core.Files;
using Stogram.Core.Privacy;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Users;

/// <param name="AvatarFileId">A picture that the person has uploaded.</param>
public sealed record UpdateProfileRequest(
    [property: StringLength(64), NotBlank] string? DisplayName,
    [property: RegularExpression(UpdateProfile.Username, ErrorMessage = UpdateProfile.UsernameRule)] string? Username,
    [property: StringLength(500)] string? Bio,
    Guid? AvatarFileId,
    bool? RemoveAvatar) : IRequest;

/// <summary>What others see of a person. Fields that are left out stay as they are.</summary>
internal sealed class UpdateProfile(
    StogramContext db,
    UserManager<User> users,
    PersonRights rights,
    TellProfile tell,
    DeleteFiles files,
    AuditLog audit,
    Sight sight) : IVerb
{
    public const string Username = "^(?![Aa][Ll][Ll]$)[A-Za-z0-9_.]{2,32}$";

    public const string UsernameRule = "2 to 32 letters, digits, dots or underscores, and not \"all\".";

    private const long MostBytes = 10 << 20;

    public async Task<Outcome<UserView>> Run(Caller caller, Guid id, UpdateProfileRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var found = await rights.Find(caller, id, orSelf: true, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = found.Value;
        if (request.AvatarFileId is { } picture && !await IsPicture(user, picture, cancellation))
        {
            return Refusal.Invalid("avatarFileId", "Upload a picture of up to 10 MiB first.");
        }

        var (before, oldAvatar) = (Names(user), user.AvatarFileId);
        Apply(user, request);
        if (await Store(user) is { } taken)
        {
            return taken;
        }

        if (caller.UserId != id)
        {
            await audit.Write(caller, new("profile.changed", id, before, Names(user)), cancellation);
        }

        var changed = await tell.Bump(id, cancellation);
        await transaction.CommitAsync(cancellation);
        await tell.Tell(id, changed, cancellation);
        if (oldAvatar is { } old && old != user.AvatarFileId)
        {
            await files.Unreferenced([old]);
        }

        return (await sight.People(caller.UserId, db.Users.Where(one => one.Id == id), cancellation)).Single();
    }

    private static void Apply(User user, UpdateProfileRequest request)
    {
        user.DisplayName = request.DisplayName?.Trim() ?? user.DisplayName;
        user.UserName = request.Username ?? user.UserName;
        user.Bio = request.Bio is { } bio ? (bio.Trim() is { Length: > 0 } text ? text : null) : user.Bio;
        user.AvatarFileId = request.RemoveAvatar == true ? null : request.AvatarFileId ?? user.AvatarFileId;
    }

    private static Dictionary<string, string> Names(User user) =>
        new() { ["displayName"] = user.DisplayName, ["username"] = user.UserName!, ["bio"] = user.Bio ?? "" };

    private Task<bool> IsPicture(User user, Guid fileId, CancellationToken cancellation) =>
        db.Files.AnyAsync(
            file => file.Id == fileId && file.OwnerId == user.Id && file.ContentType.StartsWith("image/") && file.Size <= MostBytes,
            cancellation);

    private async Task<Refusal?> Store(User user)
    {
        try
        {
            var result = await users.UpdateAsync(user);
            return result.Succeeded ? null : Refusal.Conflict("Somebody changed this account at the same time. Try again.");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Refusal.Conflict("That username is taken.", new Dictionary<string, string> { ["username"] = "Taken." });
        }
    }
}
