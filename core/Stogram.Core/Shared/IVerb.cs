namespace Stogram.Core.Shared;

/// <summary>One thing that can be done, with its rules: made once per request and shared by all doors.</summary>
internal interface IVerb;
