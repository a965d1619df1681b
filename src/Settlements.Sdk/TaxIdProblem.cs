namespace Settlements;

/// <summary>Why a text is no tax number, for a program and for a person.</summary>
/// <param name="Reason">The kind of the problem.</param>
/// <param name="Message">What is wrong and what is expected, in English. The number itself is not in it: a person's may not be logged.</param>
public sealed record TaxIdProblem(TaxIdReason Reason, string Message);
