using System.Globalization;

namespace Settlements.Http;

/// <summary>A successful answer is longer than allowed.</summary>
internal sealed class ResponseTooLargeException(int limit)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The answer is longer than {limit} bytes (MaxResponseBytes)."));
