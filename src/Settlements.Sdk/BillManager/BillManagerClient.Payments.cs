using System.Globalization;

namespace Settlements.BillManager;

public sealed partial class BillManagerClient
{
    private const int MaxDocumentNumber = 64;

    /// <summary>Lists payments (<c>payment</c>).</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole, or rows do not match the filter.</exception>
    public IAsyncEnumerable<BillManagerPayment> ListPaymentsAsync(
        BillManagerPaymentFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _list.ReadAsync(
            () => Query(filter),
            PaymentMaps.Payment,
            row => row.Id,
            row => FilterChecks.Matches(filter, row),
            cancellationToken
        );
    }

    /// <summary>Reads one payment by its form (<c>payment.edit</c>, shown and not submitted).</summary>
    /// <param name="id">The payment's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BillManagerException">There is no such payment (<see cref="SettlementsError.NotFound"/>), or no usable answer.</exception>
    public Task<BillManagerPaymentDetails> GetPaymentAsync(long id, CancellationToken cancellationToken = default) =>
        _connection.FormAsync("payment.edit", id, parentId: null, PaymentMaps.Form(id), cancellationToken);

    /// <summary>Adds a payment that is not credited yet (<c>payment.add.pay</c>).</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Cancels the call; whether it took effect is then unknown.</param>
    /// <returns>The new payment's id.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero or not whole minor units, or the mark is not 12 letters and digits.</exception>
    /// <exception cref="BillManagerException">
    /// The panel refused, or gave no usable answer. With <see cref="BillManagerOutcome.Unknown"/> the payment may exist: look for it by client, day and
    /// amount, and compare <see cref="BillManagerPaymentDetails.RandomNumber"/>, before sending again.
    /// </exception>
    public async Task<long> AddPaymentAsync(BillManagerNewPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (!payment.Amount.IsPositive || !payment.Amount.IsWholeMinorUnits)
            throw new ArgumentException($"Amount is {payment.Amount}: it must be above zero and whole minor units.", nameof(payment));
        if (payment.RandomNumber is not { Length: BillManagerRandomNumber.Length } mark || !mark.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("RandomNumber must be 12 letters and digits: use BillManagerRandomNumber.For.", nameof(payment));

        var call = PanelCall
            .Submit("payment.add.pay")
            .With("customer_account", payment.AccountId)
            .With("project", payment.ProviderId)
            .With("profile", payment.PayerId)
            .With("paymethod", payment.PaymentMethodId)
            .With("payment_currency", payment.CurrencyId)
            .With("amount", payment.Amount.ToAmountString())
            .With("randomnumber", payment.RandomNumber);
        var document = await _connection.ExecuteAsync(call, cancellationToken).ConfigureAwait(false);
        return document.CreatedId
            ?? throw PanelFailures.Of(
                call,
                SettlementsError.InvalidResponse,
                BillManagerProblem.UnexpectedDocument,
                "the panel answered 'ok' without the new payment's id.",
                mayHaveExecuted: true
            );
    }

    /// <summary>Changes a payment (<c>payment.edit</c>).</summary>
    /// <param name="id">The payment's id.</param>
    /// <param name="changes">What to change.</param>
    /// <param name="cancellationToken">Cancels the call; whether it took effect is then unknown.</param>
    /// <exception cref="ArgumentException">The document number is longer than 64 characters.</exception>
    /// <exception cref="BillManagerException">The panel refused, or gave no usable answer: see <see cref="BillManagerException.Outcome"/>.</exception>
    public Task EditPaymentAsync(long id, BillManagerPaymentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.DocumentNumber?.Length > MaxDocumentNumber)
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"DocumentNumber has {changes.DocumentNumber.Length} characters: the panel takes 64."
                ),
                nameof(changes)
            );

        var call = PanelCall
            .Submit("payment.edit")
            .With("elid", id)
            .With("documentnumber", changes.DocumentNumber)
            .With("documentdate", changes.DocumentDate)
            .With("description", changes.Description)
            .With("paydate", changes.PaidAt)
            .With("sender", changes.PayerId);
        return _connection.ExecuteAsync(call, cancellationToken);
    }

    /// <summary>Credits a payment (<c>payment.setpaid</c>, «Зачислить»): the account's balance rises by its amount.</summary>
    /// <remarks>What the panel does with a payment that is credited already is not known: check <see cref="BillManagerPayment.Status"/> first.</remarks>
    /// <param name="id">The payment's id.</param>
    /// <param name="externalId">The caller's own id of the payment, kept with it; null for none.</param>
    /// <param name="info">A remark kept with it; null for none.</param>
    /// <param name="cancellationToken">Cancels the call; whether it took effect is then unknown.</param>
    /// <exception cref="BillManagerException">
    /// The panel refused, or gave no usable answer. With <see cref="BillManagerOutcome.Unknown"/> the payment may be credited: read it before calling again.
    /// </exception>
    public Task SetPaymentPaidAsync(long id, string? externalId = null, string? info = null, CancellationToken cancellationToken = default)
    {
        var call = PanelCall.Submit("payment.setpaid").With("elid", id).With("externalid", externalId).With("info", info);
        return _connection.ExecuteAsync(call, cancellationToken);
    }

    /// <summary>Deletes a payment that is not credited (<c>payment.delete</c>); the panel refuses others.</summary>
    /// <param name="id">The payment's id.</param>
    /// <param name="cancellationToken">Cancels the call; whether it took effect is then unknown.</param>
    /// <exception cref="BillManagerException">The panel refused, or gave no usable answer: see <see cref="BillManagerException.Outcome"/>.</exception>
    public Task DeletePaymentAsync(long id, CancellationToken cancellationToken = default) =>
        _connection.ExecuteAsync(PanelCall.Act("payment.delete").With("elid", id), cancellationToken);

    /// <summary>Makes sure that no filter is saved for this user in the payment list, and clears one that is (<c>payment.filter</c>).</summary>
    /// <remarks>
    /// A saved filter may hide payments from <see cref="ListPaymentsAsync"/>, and a list that is shorter than the truth cannot be told by its rows. Whoever
    /// sends a payment again because a list does not show it calls this first. One call when nothing is saved, three otherwise.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="BillManagerException">
    /// A filter is saved and cannot be cleared (<see cref="BillManagerProblem.FilterIgnored"/>), or no usable answer came.
    /// </exception>
    public async Task ClearPaymentFilterAsync(CancellationToken cancellationToken = default)
    {
        if (await NarrowingAsync(cancellationToken).ConfigureAwait(false) is [])
            return;

        try
        {
            await _connection.ExecuteAsync(PaymentFilterForm.Clear(), cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Problem == BillManagerProblem.FormNotExecuted)
        {
            // Some versions show the form again although they have saved it: what is saved now is asked below.
        }

        if (await NarrowingAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } left)
            throw PanelFailures.Of(
                PanelCall.Read(PaymentFilterForm.Function),
                SettlementsError.InvalidResponse,
                BillManagerProblem.FilterIgnored,
                $"a filter is saved for this user by {string.Join(", ", left)} and cannot be cleared: clear it in the panel's web interface."
            );
    }

    private Task<IReadOnlyList<string>> NarrowingAsync(CancellationToken cancellationToken) =>
        _connection.FormAsync(PaymentFilterForm.Function, PaymentFilterForm.Narrowing, cancellationToken);

    private static PanelCall Query(BillManagerPaymentFilter filter)
    {
        var call = PanelCall
            .Read("payment")
            .With("id", filter.Id)
            .With("number", filter.Number)
            .With("account_id", filter.AccountId)
            .With("account", filter.AccountName)
            .With("project", filter.ProviderId)
            .With("sender_id", filter.PayerId)
            .With("paymethod", filter.PaymentMethodId)
            .With("saamount_from", filter.AmountFrom)
            .With("saamount_to", filter.AmountTo);
        if (filter.Statuses is { Count: > 0 } statuses)
            call.With("status", string.Join(',', statuses.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))));
        if (filter.CreatedFrom is not null || filter.CreatedTo is not null)
            call.With("createdate", "other").With("createdatestart", filter.CreatedFrom).With("createdateend", filter.CreatedTo);
        return call;
    }
}
