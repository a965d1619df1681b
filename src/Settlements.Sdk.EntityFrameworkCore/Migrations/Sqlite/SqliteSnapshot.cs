using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Settlements.EntityFrameworkCore.Migrations.Sqlite;

/// <summary>The tables as the last migration leaves them. Written by ModelSnapshotTests.</summary>
[DbContext(typeof(SqliteSettlementsDbContext))]
internal sealed class SqliteSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) =>
        modelBuilder
            .Entity("SettlementsAccountLoads", AccountLoads)
            .Entity("SettlementsAccounts", Accounts)
            .Entity("SettlementsBalanceImportTurns", BalanceImportTurns)
            .Entity("SettlementsBalanceImports", BalanceImports)
            .Entity("SettlementsBalancePayments", BalancePayments)
            .Entity("SettlementsBalances", Balances)
            .Entity("SettlementsCounterpartyLinks", CounterpartyLinks)
            .Entity("SettlementsCreditDecisions", CreditDecisions)
            .Entity("SettlementsCreditFlags", CreditFlags)
            .Entity("SettlementsCreditHolds", CreditHolds)
            .Entity("SettlementsOpenDocuments", OpenDocuments)
            .Entity("SettlementsOverdue", Overdue)
            .Entity("SettlementsPaymentCodes", PaymentCodes)
            .Entity("SettlementsPaymentHistory", PaymentHistory)
            .Entity("SettlementsPaymentIntents", PaymentIntents)
            .Entity("SettlementsPaymentQueue", PaymentQueue)
            .Entity("SettlementsPaymentTerms", PaymentTerms)
            .Entity("SettlementsReminders", Reminders)
            .Entity("SettlementsTurns", Turns);

    private static void AccountLoads(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsAccountLoads");
        table.Column<int>("Id", "INTEGER");
        table.Column<string>("LoadedAt", "TEXT");
        table.HasKey("Id").HasName("PK_SettlementsAccountLoads");
    }

    private static void Accounts(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsAccounts");
        table.Column<long>("Id", "INTEGER");
        table.Column<long>("ClientId", "INTEGER");
        table.Column<string>("ClientName", "TEXT", isNullable: true);
        table.Column<string>("Currency", "TEXT");
        table.Column<bool?>("IsActive", "INTEGER", isNullable: true);
        table.Column<string>("MissingSince", "TEXT", isNullable: true);
        table.Column<long>("ProviderId", "INTEGER");
        table.HasKey("Id").HasName("PK_SettlementsAccounts");
    }

    private static void BalanceImportTurns(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalanceImportTurns");
        table.Column<int>("Id", "INTEGER");
        table.Column<string>("AsOf", "TEXT");
        table.HasKey("Id").HasName("PK_SettlementsBalanceImportTurns");
    }

    private static void BalanceImports(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalanceImports");
        table.Column<int>("Id", "INTEGER");
        table.Column<long>("Added", "INTEGER");
        table.Column<string>("AsOf", "TEXT");
        table.Column<long>("Changed", "INTEGER");
        table.Column<long>("Cleared", "INTEGER");
        table.Column<string>("CommittedAt", "TEXT");
        table.Column<long>("DebtorsBefore", "INTEGER");
        table.Column<long>("DebtorsCleared", "INTEGER");
        table.Column<bool>("HasDocuments", "INTEGER");
        table.Column<string>("Kind", "TEXT");
        table.Column<long>("Older", "INTEGER");
        table.Column<string>("PreviousAsOf", "TEXT", isNullable: true);
        table.Column<string>("SnapshotAsOf", "TEXT", isNullable: true);
        table.Column<long>("Unchanged", "INTEGER");
        table.HasKey("Id").HasName("PK_SettlementsBalanceImports");
    }

    private static void BalancePayments(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalancePayments");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<int>("Position", "INTEGER");
        table.Column<decimal?>("Amount", "TEXT", isNullable: true);
        table.Column<DateOnly?>("Date", "TEXT", isNullable: true);
        table.Column<string>("Number", "TEXT", isNullable: true);
        table.Column<string>("PaymentId", "TEXT", isNullable: true);
        table.HasKey("CounterpartyId", "Position").HasName("PK_SettlementsBalancePayments");
    }

    private static void Balances(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalances");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<decimal?>("Advance", "TEXT", isNullable: true);
        table.Column<string>("AsOf", "TEXT", isNullable: true);
        table.Column<string>("Currency", "TEXT");
        table.Column<decimal?>("Debt", "TEXT", isNullable: true);
        table.Column<int?>("DocumentCount", "INTEGER", isNullable: true);
        table.Column<bool>("HasLastPayment", "INTEGER");
        table.Column<bool?>("IsBlocked", "INTEGER", isNullable: true);
        table.Column<bool>("IsCleared", "INTEGER");
        table.Column<bool>("IsOfSnapshot", "INTEGER");
        table.Column<decimal?>("LastPaymentAmount", "TEXT", isNullable: true);
        table.Column<DateOnly?>("LastPaymentDate", "TEXT", isNullable: true);
        table.Column<string>("LastPaymentId", "TEXT", isNullable: true);
        table.Column<string>("LastPaymentNumber", "TEXT", isNullable: true);
        table.Column<decimal?>("LimitAmount", "TEXT", isNullable: true);
        table.Column<string>("LimitCurrency", "TEXT", isNullable: true);
        table.Column<bool?>("LimitIsEnforced", "INTEGER", isNullable: true);
        table.Column<decimal?>("Overdue", "TEXT", isNullable: true);
        table.Column<int?>("PaymentCount", "INTEGER", isNullable: true);
        table.Column<string>("ReadAt", "TEXT");
        table.Column<string>("Terms", "TEXT", isNullable: true);
        table.Column<int>("Unstated", "INTEGER");
        table.HasKey("CounterpartyId").HasName("PK_SettlementsBalances");
    }

    private static void CounterpartyLinks(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCounterpartyLinks");
        table.Column<string>("UserId", "TEXT");
        table.Column<string>("Author", "TEXT", isNullable: true);
        table.Column<Guid?>("CounterpartyId", "TEXT", isNullable: true);
        table.Column<string>("LinkedAt", "TEXT");
        table.Column<string>("Origin", "TEXT");
        table.HasKey("UserId").HasName("PK_SettlementsCounterpartyLinks");
        table.HasIndex(["CounterpartyId"], "IX_SettlementsCounterpartyLinks_CounterpartyId");
    }

    private static void CreditDecisions(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditDecisions");
        table.Column<long>("Id", "INTEGER").ValueGeneratedOnAdd().HasAnnotation("Sqlite:Autoincrement", true);
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<string>("DecidedAt", "TEXT");
        table.Column<string>("Decision", "TEXT");
        table.Column<string>("OrderId", "TEXT");
        table.Column<string>("Verdict", "TEXT");
        table.HasKey("Id").HasName("PK_SettlementsCreditDecisions");
        table.HasIndex(["CounterpartyId", "DecidedAt", "Id"], "IX_SettlementsCreditDecisions_CounterpartyId_DecidedAt_Id");
        table.HasIndex(["DecidedAt", "Id"], "IX_SettlementsCreditDecisions_DecidedAt_Id");
    }

    private static void CreditFlags(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditFlags");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<DateOnly>("Due", "TEXT");
        table.Column<string>("Receivable", "TEXT");
        table.Column<DateOnly>("SetOn", "TEXT");
        table.Column<Guid>("Version", "TEXT");
        table.HasKey("CounterpartyId").HasName("PK_SettlementsCreditFlags");
    }

    private static void CreditHolds(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditHolds");
        table.Column<long>("Id", "INTEGER").ValueGeneratedOnAdd().HasAnnotation("Sqlite:Autoincrement", true);
        table.Column<decimal>("Amount", "TEXT");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<string>("Currency", "TEXT");
        table.Column<string>("ExpiresAt", "TEXT", isNullable: true);
        table.Column<string>("OrderId", "TEXT");
        table.Column<string>("SettledAt", "TEXT", isNullable: true);
        table.Column<string>("State", "TEXT");
        table.HasKey("Id").HasName("PK_SettlementsCreditHolds");
        table.HasIndex(["CounterpartyId", "SettledAt"], "IX_SettlementsCreditHolds_CounterpartyId_SettledAt");
        table.HasIndex(["ExpiresAt"], "IX_SettlementsCreditHolds_ExpiresAt").HasFilter("\"ExpiresAt\" IS NOT NULL");
        table.HasIndex(["SettledAt"], "IX_SettlementsCreditHolds_SettledAt").HasFilter("\"SettledAt\" IS NOT NULL");
        table.HasIndex(["CounterpartyId", "OrderId"], "UX_SettlementsCreditHolds_Order").IsUnique().HasFilter("\"SettledAt\" IS NULL");
    }

    private static void OpenDocuments(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsOpenDocuments");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<int>("Position", "INTEGER");
        table.Column<decimal?>("Amount", "TEXT", isNullable: true);
        table.Column<DateOnly?>("Date", "TEXT", isNullable: true);
        table.Column<string>("DocumentId", "TEXT", isNullable: true);
        table.Column<DateOnly?>("DueDate", "TEXT", isNullable: true);
        table.Column<string>("Number", "TEXT", isNullable: true);
        table.Column<string>("OrderId", "TEXT", isNullable: true);
        table.Column<decimal?>("Outstanding", "TEXT", isNullable: true);
        table.HasKey("CounterpartyId", "Position").HasName("PK_SettlementsOpenDocuments");
        table
            .HasIndex(["DueDate", "CounterpartyId"], "IX_SettlementsOpenDocuments_DueDate_CounterpartyId")
            .HasFilter("\"DueDate\" IS NOT NULL");
    }

    private static void Overdue(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsOverdue");
        table.Column<string>("Receivable", "TEXT");
        table.Column<DateOnly>("Due", "TEXT");
        table.Column<DateOnly?>("ClosedOn", "TEXT", isNullable: true);
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<string>("Currency", "TEXT");
        table.Column<string>("Number", "TEXT", isNullable: true);
        table.Column<decimal>("Outstanding", "TEXT");
        table.Column<DateOnly>("RecordedOn", "TEXT");
        table.HasKey("Receivable", "Due").HasName("PK_SettlementsOverdue");
        table
            .HasIndex(["CounterpartyId", "Due", "Receivable"], "IX_SettlementsOverdue_CounterpartyId_Due_Receivable")
            .HasFilter("\"ClosedOn\" IS NULL");
        table.HasIndex(["Due", "Receivable"], "IX_SettlementsOverdue_Due_Receivable").HasFilter("\"ClosedOn\" IS NULL");
    }

    private static void PaymentCodes(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentCodes");
        table.Column<Guid>("DocumentId", "TEXT");
        table.Column<string>("AccountId", "TEXT");
        table.Column<decimal>("Document_Amount", "TEXT");
        table.Column<string>("Document_CounterpartyCode", "TEXT", isNullable: true);
        table.Column<Guid>("Document_CounterpartyId", "TEXT");
        table.Column<string>("Document_CounterpartyKind", "TEXT");
        table.Column<string>("Document_CounterpartyKpp", "TEXT", isNullable: true);
        table.Column<string>("Document_CounterpartyTin", "TEXT", isNullable: true);
        table.Column<string>("Document_Currency", "TEXT");
        table.Column<DateOnly>("Document_Date", "TEXT");
        table.Column<bool>("Document_IsDeleted", "INTEGER");
        table.Column<bool>("Document_IsPosted", "INTEGER");
        table.Column<string>("Document_Kind", "TEXT");
        table.Column<string>("Document_Number", "TEXT");
        table.Column<string>("Document_OrganizationTin", "TEXT");
        table.Column<string>("Document_Purpose", "TEXT", isNullable: true);
        table.Column<long>("Document_Version", "INTEGER");
        table.Column<string>("ExportedAt", "TEXT");
        table.Column<bool>("IsRemoved", "INTEGER");
        table.Column<string>("MatchedBy", "TEXT", isNullable: true);
        table.Column<long?>("PayerId", "INTEGER", isNullable: true);
        table.Column<long?>("PaymentId", "INTEGER", isNullable: true);
        table.Column<string>("RandomNumber", "TEXT", isNullable: true);
        table.HasKey("DocumentId").HasName("PK_SettlementsPaymentCodes");
        table.HasIndex(["PaymentId"], "IX_SettlementsPaymentCodes_PaymentId");
    }

    private static void PaymentHistory(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentHistory");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<string>("Key", "TEXT");
        table.Column<decimal?>("Amount", "TEXT", isNullable: true);
        table.Column<string>("Currency", "TEXT", isNullable: true);
        table.Column<string>("Day", "TEXT");
        table.Column<string>("Number", "TEXT", isNullable: true);
        table.Column<string>("PaymentId", "TEXT", isNullable: true);
        table.HasKey("CounterpartyId", "Key").HasName("PK_SettlementsPaymentHistory");
        table.HasIndex(["CounterpartyId", "Day", "Key"], "IX_SettlementsPaymentHistory_CounterpartyId_Day_Key");
    }

    private static void PaymentIntents(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentIntents");
        table.Column<Guid>("DocumentId", "TEXT");
        table.Column<long>("Version", "INTEGER");
        table.Column<decimal>("Amount", "TEXT");
        table.Column<string>("BeganAt", "TEXT");
        table.Column<long>("ClientId", "INTEGER");
        table.Column<string>("Currency", "TEXT");
        table.Column<string>("MatchedBy", "TEXT");
        table.Column<long>("PayerId", "INTEGER");
        table.Column<long?>("PaymentId", "INTEGER", isNullable: true);
        table.Column<string>("RandomNumber", "TEXT");
        table.Column<string>("Step", "TEXT");
        table.HasKey("DocumentId", "Version").HasName("PK_SettlementsPaymentIntents");
        table.HasIndex(["PaymentId"], "IX_SettlementsPaymentIntents_PaymentId");
    }

    private static void PaymentQueue(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentQueue");
        table.Column<long>("Place", "INTEGER").ValueGeneratedOnAdd().HasAnnotation("Sqlite:Autoincrement", true);
        table.Column<string>("AccountId", "TEXT");
        table.Column<int>("Attempts", "INTEGER");
        table.Column<Guid>("DocumentId", "TEXT");
        table.Column<decimal>("Document_Amount", "TEXT");
        table.Column<string>("Document_CounterpartyCode", "TEXT", isNullable: true);
        table.Column<Guid>("Document_CounterpartyId", "TEXT");
        table.Column<string>("Document_CounterpartyKind", "TEXT");
        table.Column<string>("Document_CounterpartyKpp", "TEXT", isNullable: true);
        table.Column<string>("Document_CounterpartyTin", "TEXT", isNullable: true);
        table.Column<string>("Document_Currency", "TEXT");
        table.Column<DateOnly>("Document_Date", "TEXT");
        table.Column<bool>("Document_IsDeleted", "INTEGER");
        table.Column<bool>("Document_IsPosted", "INTEGER");
        table.Column<string>("Document_Kind", "TEXT");
        table.Column<string>("Document_Number", "TEXT");
        table.Column<string>("Document_OrganizationTin", "TEXT");
        table.Column<string>("Document_Purpose", "TEXT", isNullable: true);
        table.Column<long>("Document_Version", "INTEGER");
        table.Column<string>("EnqueuedAt", "TEXT");
        table.Column<string>("ErrorCandidates", "TEXT");
        table.Column<string>("ErrorKind", "TEXT", isNullable: true);
        table.Column<string>("ErrorMessage", "TEXT", isNullable: true);
        table.Column<string>("LeasedUntil", "TEXT", isNullable: true);
        table.Column<string>("NextAttempt", "TEXT", isNullable: true);
        table.Column<string>("PausedUntil", "TEXT", isNullable: true);
        table.Column<string>("State", "TEXT");
        table.Column<Guid?>("Token", "TEXT", isNullable: true);
        table.HasKey("Place").HasName("PK_SettlementsPaymentQueue");
        table.HasIndex(["AccountId", "LeasedUntil"], "IX_SettlementsPaymentQueue_AccountId_LeasedUntil");
        table.HasIndex(["DocumentId"], "IX_SettlementsPaymentQueue_DocumentId").IsUnique();
        table.HasIndex(["Place"], "IX_SettlementsPaymentQueue_Due").HasFilter("\"State\" = 'Waiting' AND \"PausedUntil\" IS NULL");
        table.HasIndex(["LeasedUntil"], "IX_SettlementsPaymentQueue_LeasedUntil").HasFilter("\"LeasedUntil\" IS NOT NULL");
        table.HasIndex(["PausedUntil"], "IX_SettlementsPaymentQueue_PausedUntil").HasFilter("\"PausedUntil\" IS NOT NULL");
        table.HasIndex(["State", "Place"], "IX_SettlementsPaymentQueue_State_Place");
    }

    private static void PaymentTerms(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentTerms");
        table.Column<Guid>("CounterpartyId", "TEXT");
        table.Column<Guid>("ContractId", "TEXT");
        table.Column<string>("Versions", "TEXT");
        table.HasKey("CounterpartyId", "ContractId").HasName("PK_SettlementsPaymentTerms");
    }

    private static void Reminders(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsReminders");
        table.Column<string>("Receivable", "TEXT");
        table.Column<DateOnly>("Due", "TEXT");
        table.Column<string>("Step", "TEXT");
        table.Column<string>("Action", "TEXT");
        table.Column<int>("Attempts", "INTEGER");
        table.Column<string>("LastError", "TEXT", isNullable: true);
        table.Column<string>("LeasedUntil", "TEXT", isNullable: true);
        table.Column<string>("NextAttempt", "TEXT", isNullable: true);
        table.Column<DateOnly>("On", "TEXT");
        table.Column<string>("State", "TEXT");
        table.Column<Guid?>("Token", "TEXT", isNullable: true);
        table.HasKey("Receivable", "Due", "Step", "Action").HasName("PK_SettlementsReminders");
        table.HasIndex(["LeasedUntil"], "IX_SettlementsReminders_LeasedUntil").HasFilter("\"LeasedUntil\" IS NOT NULL");
    }

    private static void Turns(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsTurns");
        table.Column<string>("Name", "TEXT");
        table.Column<long>("Taken", "INTEGER");
        table.HasKey("Name").HasName("PK_SettlementsTurns");
    }
}
