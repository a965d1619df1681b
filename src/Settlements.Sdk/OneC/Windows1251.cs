using System.Text;

namespace Settlements.OneC;

/// <summary>The code page of older 1C exports.</summary>
internal static class Windows1251
{
    internal static Encoding Encoding { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? throw new NotSupportedException("The code page windows-1251 is missing.");
}
