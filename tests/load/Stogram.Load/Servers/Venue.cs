using Stogram.Load.People;

namespace Stogram.Load.Servers;

/// <summary>A place to talk: the server that is measured, or a reference. The same people use the same client in all.</summary>
/// <param name="Door">The address of somebody's socket.</param>
/// <param name="Usage">Processor time and memory so far.</param>
internal sealed record Venue(string Name, Func<Person, Chat, Uri> Door, Func<Usage> Usage);
