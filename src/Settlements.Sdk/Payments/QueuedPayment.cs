namespace Settlements.Payments;

/// <summary>A document that is due, as the queue lists it.</summary>
/// <param name="DocumentId">The document's id.</param>
/// <param name="AccountId">The panel's account that it names (<see cref="PaymentDocument.AccountId"/>).</param>
public sealed record QueuedPayment(Guid DocumentId, string AccountId);
