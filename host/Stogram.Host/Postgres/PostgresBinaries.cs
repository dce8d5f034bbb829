namespace Stogram.Host.Postgres;

internal sealed record PostgresBinaries(string Folder, Version Version)
{
    public string InitDb => Path.Combine(Folder, "initdb");

    public string Server => Path.Combine(Folder, "postgres");

    public override string ToString() => $"PostgreSQL {Version} from {Folder}";
}
