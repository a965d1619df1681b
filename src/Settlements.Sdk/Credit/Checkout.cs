using Settlements.Terms;

namespace Settlements.Credit;

/// <summary>One call for a checkout: the decision, the payment schedule, the methods that the terms allow, what to invoice, and the hold.</summary>
/// <remarks>
/// Every call checks the order live and holds its part on credit; for the same order number the hold is changed. When the order is placed, confirm the hold, when the
/// cart is given up, release it; else it expires. Safe for concurrent use; make one for the life of the program.
/// </remarks>
public sealed class Checkout
{
    private readonly OrderCheck _check;
    private readonly IPaymentTermsStore _terms;
    private readonly IWorkingCalendar? _calendar;

    /// <summary>Makes a checkout.</summary>
    /// <param name="check">Checks the order.</param>
    /// <param name="terms">Where terms are kept.</param>
    /// <param name="calendar">For terms that count working days or roll; null when none do.</param>
    public Checkout(OrderCheck check, IPaymentTermsStore terms, IWorkingCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(terms);
        _check = check;
        _terms = terms;
        _calendar = calendar;
    }

    /// <summary>Plans an order, and holds its part on credit when it may pass.</summary>
    /// <param name="cart">What is to be ordered.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The order number is blank, or the total is negative or has more digits than its currency.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<CheckoutPlan> PlanAsync(CheckoutCart cart, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cart);
        var terms = await _terms.FindInForceAsync(cart.Counterparty, cart.Contract, cart.Date, cancellationToken).ConfigureAwait(false);
        var order = new OrderToCheck(cart.OrderId, cart.Counterparty, cart.Total, cart.Date, terms?.Terms);
        var plan = Plan(cart, terms);
        return plan.Problem is not null
            ? plan
            : plan with
            {
                Check = await _check.CheckAsync(order, cancellationToken).ConfigureAwait(false),
            };
    }

    private CheckoutPlan Plan(CheckoutCart cart, PaymentTermsVersion? version)
    {
        if (version is not { Terms: { } terms })
        {
            var all = cart.Methods.Select(method => new AllowedMethod(method, PayablePart.Everything));
            return new CheckoutPlan { Cart = cart, Methods = [.. all] };
        }

        var dates = new TermsDates { Order = cart.Date, Shipment = cart.Shipment };
        var plan = new CheckoutPlan
        {
            Cart = cart,
            Terms = version,
            Methods = terms.Allowed(cart.Methods),
        };
        return terms.TrySchedule(cart.Total, dates, _calendar, out var schedule, out var problem)
            ? plan with
            {
                Schedule = schedule,
                Invoices = schedule.ToInvoices(),
            }
            : plan with
            {
                Problem = problem,
            };
    }
}
