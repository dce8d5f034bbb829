namespace Stogram.Core.Tests.Organizations;

public sealed class OperatorTests(Harbour harbour) : IClassFixture<Harbour>
{
    private const string Path = "/api/operator/operators";

    [Fact]
    public async Task The_right_is_given_by_password_and_taken_again()
    {
        var wrong = await harbour.Ada.Post(Path, new { login = "bo", organization = "harbour", password = "guessed it" });
        var nobody = await harbour.Ada.Post(Path, new { login = "bo", password = TestPerson.Password });
        var granted = await harbour.Ada.Post(Path, new { login = "bo", organization = "harbour", password = TestPerson.Password });
        var all = (await harbour.Bo.Get(Path)).Data.AsArray();
        var revoked = await harbour.Ada.Delete($"{Path}/{harbour.Bo.Id}");

        Assert.NotNull(wrong.Details!["password"]);
        Assert.NotNull(nobody.Details!["login"]);
        Assert.Equal("Harbour", (string?)granted.Data["organization"]!["name"]);
        Assert.Equal(["ada", "bo"], all.Select(one => (string?)one!["username"]));
        Assert.True(revoked.IsSuccess);
        Assert.Equal("FORBIDDEN", (await harbour.Bo.Get(Path)).Code);
        Assert.Equal("NOT_FOUND", (await harbour.Ada.Delete($"{Path}/{harbour.Bo.Id}")).Code);
    }

    [Fact]
    public async Task The_last_operator_stays_one_whatever_is_tried()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.Post("/api/admin/organization/owner", new { userId = bo.Id, password = TestPerson.Password });

        var revoked = await ada.Delete($"{Path}/{ada.Id}");
        var left = await ada.Http.Call(HttpMethod.Delete, $"/api/users/{ada.Id}", new { password = TestPerson.Password });
        var deactivated = await bo.Patch($"/api/admin/people/{ada.Id}", new { active = false });

        Assert.Equal("CONFLICT", revoked.Code);
        Assert.Equal("CONFLICT", left.Code);
        Assert.Equal("FORBIDDEN", deactivated.Code);
    }

    [Fact]
    public async Task Of_two_who_take_it_from_each_other_at_once_one_stays()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.Post(Path, new { login = "bo", password = TestPerson.Password });

        var answers = await Task.WhenAll(ada.Delete($"{Path}/{bo.Id}"), bo.Delete($"{Path}/{ada.Id}"));

        Assert.Single(answers, answer => answer.IsSuccess);
    }

    [Fact]
    public async Task Who_is_no_operator_cannot_take_an_operators_account_over()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        await ada.Post("/api/admin/organization/owner", new { userId = bo.Id, password = TestPerson.Password });

        var link = await bo.Post($"/api/admin/people/{ada.Id}/reset-link");

        Assert.Equal("FORBIDDEN", link.Code);
    }
}
