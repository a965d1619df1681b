using NodaTime;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>A payment as the panel shows it by form and, where the form shows too little, by list. Null means "not shown".</summary>
internal sealed record PaymentView
{
    internal required long Id { get; init; }

    internal BillManagerPaymentStatus? Status { get; init; }

    internal long? SubaccountId { get; init; }

    internal long? ClientId { get; init; }

    internal string? ClientName { get; init; }

    internal string? ProviderName { get; init; }

    internal long? PayerId { get; init; }

    internal long? CompanyId { get; init; }

    internal long? PaymentMethodId { get; init; }

    internal long? CurrencyId { get; init; }

    /// <summary>What the account receives, in its own currency.</summary>
    internal decimal? Amount { get; init; }

    internal Currency? AmountCurrency { get; init; }

    internal LocalDate? CreatedOn { get; init; }

    internal string? DocumentNumber { get; init; }

    internal LocalDate? DocumentDate { get; init; }

    internal string? ExternalId { get; init; }

    internal string? RandomNumber { get; init; }

    /// <summary>States in which no money has moved and none is promised: the payment may be credited, changed or deleted.</summary>
    internal bool IsOpen =>
        Status is BillManagerPaymentStatus.New or BillManagerPaymentStatus.InPayment or BillManagerPaymentStatus.Initiated;

    internal bool IsCredited => Status == BillManagerPaymentStatus.Credited;

    /// <summary>A payment that is on its way out, or was put aside before money moved.</summary>
    internal bool IsVoid => Status is BillManagerPaymentStatus.Cancelled or BillManagerPaymentStatus.BeingDeleted;
}
