using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stogram.Core.Discussions;
using Stogram.Core.Files;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Mail;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Outside;
using Stogram.Core.Previews;
using Stogram.Core.Realtime;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core;

public static class CoreServices
{
    /// <summary>The core on a database. The host adds an <see cref="IBus"/>.</summary>
    public static void AddStogramCore(this IServiceCollection services, NpgsqlDataSource database, CoreOptions options)
    {
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddPooledDbContextFactory<StogramContext>(context => context
            .UseNpgsql(database, npgsql => npgsql.MigrationsHistoryTable("migrations", "core"))
            // There is no model snapshot to compare with: migrations are SQL by hand.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddSingleton<Migrate>();
        services.AddSingleton<NewEpoch>();
        services.AddSingleton<FirstOrganization>();
        services.AddSingleton(provider => new FirstAccount(provider.GetRequiredService<Keys>()));
        services.AddSingleton<Keys>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<FileLinks>();
        services.AddSingleton<BlobStore>();
        services.AddHostedService<RemoveLeftovers.Loop>();
        services.AddSingleton<StoreMessages>();
        services.AddSingleton<ChatTurns>();
        services.AddSingleton<MessageWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageWriter>());
        services.AddHostedService<KeepTime>();
        services.AddHostedService<KeepInStep>();
        services.AddSingleton(_ => new OutsideHttp(options.Outside));
        services.AddSingleton<PreviewQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<PreviewQueue>());
        services.AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
        services.AddSingleton<ForgetOrganizations>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetOrganizations>());
        services.AddSingleton<Interceptors>();
        services.AddSingleton<ClientExtras>();
        services.AddSingleton<FindSenders>();
        services.AddSingleton<KnownSenders>();
        services.AddSingleton<Privacy.Reach>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Commands>();
        services.Scan(scan => scan.FromAssembliesOf(typeof(IVerb))
            .AddClasses(classes => classes.AssignableTo<IVerb>(), publicOnly: false).AsSelf().WithScopedLifetime());
        AddIdentity(services);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, CoreJson.Default);
        });
    }

    /// <summary>Schema up to date, one organization at least. Before the first request.</summary>
    public static async Task PrepareStogramCore(this IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<Migrate>().Run(cancellation);
        await services.GetRequiredService<FirstOrganization>().Ensure(cancellation);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        var identity = services.AddIdentityCore<User>(options =>
        {
            options.Password = new()
            {
                RequiredLength = NewPasswordAttribute.Shortest,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            options.Lockout.MaxFailedAccessAttempts = 10;
        });
        identity.AddDefaultTokenProviders();
        services.AddScoped<IUserStore<User>, OrganizationUserStore>();
        services.AddSingleton<IPasswordHasher<User>, PasswordHashes>();
        services.AddSingleton<UnknownLogins>();
        services.AddAuthentication(BearerHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Name, null);
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder(BearerHandler.Name).RequireAuthenticatedUser().RequireSecondFactor().Build());
    }
}
