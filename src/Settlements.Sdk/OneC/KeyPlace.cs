namespace Settlements.OneC;

/// <summary>Where in an answer a key is looked for.</summary>
internal enum KeyPlace
{
    Balance,
    Document,
    Payment,
    Terms,
}
