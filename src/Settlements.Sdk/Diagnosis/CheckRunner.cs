using System.Globalization;

namespace Settlements.Diagnosis;

/// <summary>Runs checks one by one, each within its time; one that fails does not keep the others from running.</summary>
/// <param name="findings">Where an untimely end is noted.</param>
/// <param name="options">The times.</param>
/// <param name="timeProvider">Measures them.</param>
/// <param name="deadline">The end of the whole examination.</param>
/// <param name="cancellationToken">The caller's own: its cancellation goes through.</param>
internal sealed class CheckRunner(
    FindingList findings,
    DoctorOptions options,
    TimeProvider timeProvider,
    CancellationToken deadline,
    CancellationToken cancellationToken
)
{
    /// <summary>Runs one check.</summary>
    /// <returns>False when it ended by time or by an exception, which is then a finding.</returns>
    internal async Task<bool> RunAsync(DoctorCode check, string subject, Func<CancellationToken, Task> body)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (deadline.IsCancellationRequested)
        {
            findings.Skip(check, subject, "The time for the whole examination is over (TotalTimeout).");
            return false;
        }

        using var limit = new CancellationTokenSource(options.CheckTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, deadline, cancellationToken);
        try
        {
            await body(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            findings.Add(DoctorCode.ServiceTimeout, subject, TooLate());
        }
        catch (Exception exception)
        {
            // Whatever it was, the other checks must still be made: it is told here instead of ending them.
            findings.Add(DoctorCode.CheckBroken, subject, $"{exception.GetType().Name}: {exception.Message}");
        }

        return false;
    }

    /// <summary>Runs one check that only looks at what is there already.</summary>
    internal async Task RunAsync(DoctorCode check, string subject, Action body) =>
        _ = await RunAsync(
                check,
                subject,
                _ =>
                {
                    body();
                    return Task.CompletedTask;
                }
            )
            .ConfigureAwait(false);

    private string TooLate() =>
        deadline.IsCancellationRequested
            ? "Not finished when the time for the whole examination was over (TotalTimeout)."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Not finished within {options.CheckTimeout.TotalSeconds:0.###} s (CheckTimeout)."
            );
}
