using Microsoft.EntityFrameworkCore;

namespace Stogram.Probe;

public sealed class Sighting
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public Guid ChatId { get; init; }
}

/// <summary>The notebook's table, by Entity Framework.</summary>
public sealed class Diary(DbContextOptions<Diary> options) : DbContext(options)
{
    public DbSet<Sighting> Sightings => Set<Sighting>();

    /// <summary>Two written, read and deleted again: how many there were, and are.</summary>
    public async Task<long[]> Try(Guid chatId, CancellationToken cancellation)
    {
        Sightings.AddRange(new() { Kind = "diary", ChatId = chatId }, new() { Kind = "diary", ChatId = chatId });
        await SaveChangesAsync(cancellation);
        var mine = Sightings.Where(sighting => sighting.Kind == "diary" && sighting.ChatId == chatId);
        var before = await mine.LongCountAsync(cancellation);
        await mine.ExecuteDeleteAsync(cancellation);
        return [before, await mine.LongCountAsync(cancellation)];
    }

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Sighting>(sighting =>
    {
        sighting.ToTable("seen");
        sighting.Property(one => one.Id).HasColumnName("id");
        sighting.Property(one => one.Kind).HasColumnName("kind");
        sighting.Property(one => one.ChatId).HasColumnName("chat_id");
    });
}
