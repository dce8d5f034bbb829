using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Folders;
using Stogram.Core.Invites;
using Stogram.Core.Joining;
using Stogram.Core.Messages;
using Stogram.Core.Notify;
using Stogram.Core.Organizations;
using Stogram.Core.Privacy;
using Stogram.Core.Reports;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Topics;
using Stogram.Core.Users;

namespace Stogram.Core.Storage;

/// <summary>Schema <c>core</c>. The hot paths (send, history, sync) are SQL beside their verbs; the rest reads here.</summary>
public sealed class StogramContext(DbContextOptions<StogramContext> options)
    : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Beside what Identity knows of a passkey.</summary>
    internal const string PasskeyLastUsedAt = "LastUsedAt";

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationHost> OrganizationHosts => Set<OrganizationHost>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Chat> Chats => Set<Chat>();

    public DbSet<ChatMember> ChatMembers => Set<ChatMember>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<MessageEdit> MessageEdits => Set<MessageEdit>();

    public DbSet<ScheduledMessage> ScheduledMessages => Set<ScheduledMessage>();

    public DbSet<ChatLink> ChatLinks => Set<ChatLink>();

    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Invite> Invites => Set<Invite>();

    public DbSet<AuditRow> AuditLog => Set<AuditRow>();

    public DbSet<Folder> Folders => Set<Folder>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<PrivacyRow> Privacy => Set<PrivacyRow>();

    public DbSet<Block> Blocks => Set<Block>();

    internal DbSet<Upload> Uploads => Set<Upload>();

    internal DbSet<StorageUsage> StorageUsage => Set<StorageUsage>();

    /// <summary>By an index, and not exact: see <c>0023_many_people.sql</c>.</summary>
    public static bool Mentions(string displayName, string username, string email, string words) =>
        throw new InvalidOperationException("For queries alone.");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<ChatType>().HaveConversion<UpperSnakeColumn<ChatType>>();
        conventions.Properties<ChatRole>().HaveConversion<UpperSnakeColumn<ChatRole>>();
        conventions.Properties<NotifyLevel>().HaveConversion<UpperSnakeColumn<NotifyLevel>>();
        conventions.Properties<ReportReason>().HaveConversion<UpperSnakeColumn<ReportReason>>();
        conventions.Properties<ReportState>().HaveConversion<UpperSnakeColumn<ReportState>>();
        conventions.Properties<ChatRight[]>().HaveConversion<ChatRightsColumn, ChatRightsComparer>();
        conventions.Properties<UserRole>().HaveConversion<UpperSnakeColumn<UserRole>>();
        conventions.Properties<UserStatus>().HaveConversion<UpperSnakeColumn<UserStatus>>();
        conventions.Properties<Audience>().HaveConversion<UpperSnakeColumn<Audience>>();
        conventions.Properties<SignUpPolicy>().HaveConversion<UpperSnakeColumn<SignUpPolicy>>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.HasDefaultSchema("core");
        model.HasDbFunction(typeof(StogramContext).GetMethod(nameof(Mentions))!).HasName("mentions").HasSchema("core");
        model.Entity<OrganizationHost>().ToTable("organization_hosts").HasKey(host => host.Host);
        model.Entity<Organization>().HasMany(one => one.Hosts).WithOne().HasForeignKey(host => host.OrganizationId);
        model.Entity<User>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.UserName).HasColumnName("username");
            user.Property(u => u.NormalizedUserName).HasColumnName("normalized_username");
            user.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed);
            user.HasOne(u => u.Organization).WithMany().HasForeignKey(u => u.OrganizationId);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("user_passkeys").HasKey(p => p.CredentialId);
            passkey.OwnsOne(p => p.Data).ToJson("data");
            passkey.Property<DateTimeOffset?>(PasskeyLastUsedAt);
        });
        model.Entity<Session>().HasOne(session => session.User).WithMany().HasForeignKey(session => session.UserId);
        model.Entity<ChatMember>(member =>
        {
            member.HasKey(m => new { m.ChatId, m.UserId });
            member.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
            member.HasOne(m => m.Chat).WithMany().HasForeignKey(m => m.ChatId);
        });
        model.Entity<JoinRequest>(asked =>
        {
            asked.HasKey(a => new { a.ChatId, a.UserId });
            asked.HasOne(a => a.User).WithMany().HasForeignKey(a => a.UserId);
            asked.HasOne(a => a.Chat).WithMany().HasForeignKey(a => a.ChatId);
        });
        model.Entity<Message>().HasKey(message => new { message.ChatId, message.Seq });
        model.Entity<Message>().Property(message => message.Preview).HasColumnType("jsonb");
        model.Entity<Topic>().HasKey(topic => new { topic.ChatId, topic.Seq });
        model.Entity<Reaction>().HasKey(reaction => new { reaction.ChatId, reaction.Seq, reaction.UserId, reaction.Emoji });
        model.Entity<MessageEdit>().HasKey(edit => new { edit.ChatId, edit.Seq, edit.Rev });
        model.Entity<ScheduledMessage>(scheduled =>
        {
            scheduled.HasKey(message => new { message.ChatId, message.Id });
            scheduled.Property(message => message.Request).HasColumnType("jsonb");
            scheduled.Property(message => message.Failure).HasColumnType("jsonb");
        });
        model.Entity<Upload>().ToTable("uploads");
        model.Entity<StorageUsage>().ToTable("storage_usage").HasKey(row => new { row.OrganizationId, row.OwnerId });
        model.Entity<AuditRow>().ToTable("audit_log").HasKey(row => new { row.OrganizationId, row.Seq });
        model.Entity<PrivacyRow>().HasKey(row => row.UserId);
        model.Entity<Block>().HasKey(block => new { block.UserId, block.BlockedId });
        SnakeCaseNames.Apply(model);
    }
}
