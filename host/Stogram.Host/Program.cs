using System.Security.Cryptography;
using Stogram.Core;
using Stogram.Host;

var builder = WebApplication.CreateBuilder(args);
var app = StogramHost.Build(
    builder,
    builder.Configuration["Database:ConnectionString"]!,
    new CoreOptions { SigningKey = RandomNumberGenerator.GetBytes(32), UploadsFolder = "/tmp/uploads", IsLoopback = true });
await StogramHost.Prepare(app, default);
app.Run();
