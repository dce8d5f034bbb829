using Microsoft.AspNetCore.Identity;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Users;

namespace Stogram.Core.Sessions;

/// <summary>The account behind an e-mail address or a username, within one organization.</summary>
internal sealed class FindAccount(UserManager<User> users) : IVerb
{
    public Task<User?> Run(Organization? organization, string login)
    {
        if (organization is null)
        {
            return Task.FromResult<User?>(null);
        }

        var key = OrganizationUserStore.Key(organization.Id, login.Trim());
        return login.Contains('@') ? users.FindByEmailAsync(key) : users.FindByNameAsync(key);
    }
}
