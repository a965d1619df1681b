using System.Globalization;

namespace Settlements.Diagnosis;

/// <summary>One line of a report: what was looked at, how it is, and what to do.</summary>
/// <remarks>
/// <see cref="Seen"/> is evidence, in English as exceptions and logs are; <see cref="Meaning"/> and <see cref="Fix"/> are advice, in the reader's language. No secret of the
/// options stands in any of them, whatever a server says, and no amount of a customer.
/// </remarks>
public sealed record DoctorFinding
{
    /// <summary>Whose server.</summary>
    public required DoctorArea Area { get; init; }

    /// <summary>The name that the publication was added by; empty for the unnamed one and for the panel.</summary>
    public string Name { get; init; } = "";

    /// <summary>What was found.</summary>
    public required DoctorCode Code { get; init; }

    /// <summary>How the check ended.</summary>
    public required DoctorResult Result { get; init; }

    /// <summary>What it is about: an address, an option, a key of an answer, a list of the panel.</summary>
    public required string Subject { get; init; }

    /// <summary>What was seen, or for a skipped check why it was.</summary>
    public required string Seen { get; init; }

    /// <summary>The stable id for scripts and alerts, such as <c>onec.certificateExpiring</c>.</summary>
    public string Id => $"{DoctorJson.Name(Area)}.{DoctorJson.Name(Code)}";

    /// <summary>What it means.</summary>
    /// <param name="culture">Russian gives Russian, any other English.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Meaning(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return DoctorText.Meaning(this, culture);
    }

    /// <summary>What to do; null when there is nothing to do.</summary>
    /// <param name="culture">Russian gives Russian, any other English.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string? Fix(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return DoctorText.Fix(this, culture);
    }
}
