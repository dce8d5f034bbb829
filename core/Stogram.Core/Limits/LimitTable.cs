namespace Stogram.Core.Limits;

/// <summary>
/// Every limit there is. What guesses or costs (a hash, a letter) is held short by address and by account; what people
/// do all day is held so wide that only programs meet it. Many share an address, so it counts for less than an account.
/// </summary>
public static class LimitTable
{
    public static readonly Limit SignIn = new("sign-in", Rate.Of(30, 2), Rate.Of(10, 30));

    public static readonly Limit SignUp = new("sign-up", Rate.Of(20, 6), Rate.Of(5, 60));

    /// <summary>A new password by a link: each asking may send a letter.</summary>
    public static readonly Limit Recovery = new("recovery", Rate.Of(20, 10), Rate.Of(5, 60));

    /// <summary>What asks for the password or a code again.</summary>
    public static readonly Limit Proof = new("proof", Rate.Of(60, 1), Rate.Of(15, 10));

    public static readonly Limit Refresh = new("refresh", Rate.Of(300, 0.2), Rate.Of(30, 2));

    public static readonly Limit Files = new("files", Rate.Of(3000, 0.005), Rate.Of(1000, 0.01));

    /// <summary>Each may ask a stranger's server.</summary>
    public static readonly Limit Preview = new("preview", null, Rate.Of(30, 2));

    public static readonly Limit Send = new("message:send", null, Rate.Of(60, 0.2));

    public static readonly Limit Typing = new("typing", null, Rate.Of(40, 0.5));

    public static readonly Limit Command = new("command", null, Rate.Of(300, 0.05));

    public static readonly Limit Connect = new("connect", Rate.Of(1000, 0.02), Rate.Of(60, 1));

    /// <summary>Routes that say nothing else.</summary>
    public static readonly Limit Ordinary = new("api", null, Rate.Of(600, 0.05));

    /// <summary>The same, asked by somebody who is not signed in.</summary>
    public static readonly Limit Anonymous = new("anonymous", Rate.Of(300, 0.2), null);

    public static Limit Plugin(string id) => new($"plugin:{id}", null, Rate.Of(300, 0.05));

    public static Limit OfCommand(string name) => name switch
    {
        "message:send" => Send,
        "typing:start" or "typing:stop" => Typing,
        _ => Command,
    };
}
