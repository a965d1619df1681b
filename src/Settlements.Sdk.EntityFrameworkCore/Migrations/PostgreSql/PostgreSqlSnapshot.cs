using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Settlements.EntityFrameworkCore.PostgreSql;

namespace Settlements.EntityFrameworkCore.Migrations.PostgreSql;

/// <summary>The tables as the last migration leaves them. Written by ModelSnapshotTests.</summary>
[DbContext(typeof(PostgreSqlSettlementsDbContext))]
internal sealed class PostgreSqlSnapshot : ModelSnapshot
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
        table.Column<int>("Id", "integer");
        table.Column<string>("LoadedAt", "text", collation: "C");
        table.HasKey("Id").HasName("PK_SettlementsAccountLoads");
    }

    private static void Accounts(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsAccounts");
        table.Column<long>("Id", "bigint");
        table.Column<long>("ClientId", "bigint");
        table.Column<string>("ClientName", "text", isNullable: true, collation: "C");
        table.Column<string>("Currency", "text", collation: "C");
        table.Column<bool?>("IsActive", "boolean", isNullable: true);
        table.Column<string>("MissingSince", "text", isNullable: true, collation: "C");
        table.Column<long>("ProviderId", "bigint");
        table.HasKey("Id").HasName("PK_SettlementsAccounts");
    }

    private static void BalanceImportTurns(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalanceImportTurns");
        table.Column<int>("Id", "integer");
        table.Column<string>("AsOf", "text", collation: "C");
        table.HasKey("Id").HasName("PK_SettlementsBalanceImportTurns");
    }

    private static void BalanceImports(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalanceImports");
        table.Column<int>("Id", "integer");
        table.Column<long>("Added", "bigint");
        table.Column<string>("AsOf", "text", collation: "C");
        table.Column<long>("Changed", "bigint");
        table.Column<long>("Cleared", "bigint");
        table.Column<string>("CommittedAt", "text", collation: "C");
        table.Column<long>("DebtorsBefore", "bigint");
        table.Column<long>("DebtorsCleared", "bigint");
        table.Column<bool>("HasDocuments", "boolean");
        table.Column<string>("Kind", "text", collation: "C");
        table.Column<long>("Older", "bigint");
        table.Column<string>("PreviousAsOf", "text", isNullable: true, collation: "C");
        table.Column<string>("SnapshotAsOf", "text", isNullable: true, collation: "C");
        table.Column<long>("Unchanged", "bigint");
        table.HasKey("Id").HasName("PK_SettlementsBalanceImports");
    }

    private static void BalancePayments(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalancePayments");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<int>("Position", "integer");
        table.Column<decimal?>("Amount", "numeric", isNullable: true);
        table.Column<DateOnly?>("Date", "date", isNullable: true);
        table.Column<string>("Number", "text", isNullable: true, collation: "C");
        table.Column<string>("PaymentId", "text", isNullable: true, collation: "C");
        table.HasKey("CounterpartyId", "Position").HasName("PK_SettlementsBalancePayments");
    }

    private static void Balances(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsBalances");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<decimal?>("Advance", "numeric", isNullable: true);
        table.Column<string>("AsOf", "text", isNullable: true, collation: "C");
        table.Column<string>("Currency", "text", collation: "C");
        table.Column<decimal?>("Debt", "numeric", isNullable: true);
        table.Column<int?>("DocumentCount", "integer", isNullable: true);
        table.Column<bool>("HasLastPayment", "boolean");
        table.Column<bool?>("IsBlocked", "boolean", isNullable: true);
        table.Column<bool>("IsCleared", "boolean");
        table.Column<bool>("IsOfSnapshot", "boolean");
        table.Column<decimal?>("LastPaymentAmount", "numeric", isNullable: true);
        table.Column<DateOnly?>("LastPaymentDate", "date", isNullable: true);
        table.Column<string>("LastPaymentId", "text", isNullable: true, collation: "C");
        table.Column<string>("LastPaymentNumber", "text", isNullable: true, collation: "C");
        table.Column<decimal?>("LimitAmount", "numeric", isNullable: true);
        table.Column<string>("LimitCurrency", "text", isNullable: true, collation: "C");
        table.Column<bool?>("LimitIsEnforced", "boolean", isNullable: true);
        table.Column<decimal?>("Overdue", "numeric", isNullable: true);
        table.Column<int?>("PaymentCount", "integer", isNullable: true);
        table.Column<string>("ReadAt", "text", collation: "C");
        table.Column<string>("Terms", "text", isNullable: true, collation: "C");
        table.Column<int>("Unstated", "integer");
        table.HasKey("CounterpartyId").HasName("PK_SettlementsBalances");
    }

    private static void CounterpartyLinks(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCounterpartyLinks");
        table.Column<string>("UserId", "text", collation: "C");
        table.Column<string>("Author", "text", isNullable: true, collation: "C");
        table.Column<Guid?>("CounterpartyId", "uuid", isNullable: true);
        table.Column<string>("LinkedAt", "text", collation: "C");
        table.Column<string>("Origin", "text", collation: "C");
        table.HasKey("UserId").HasName("PK_SettlementsCounterpartyLinks");
        table.HasIndex(["CounterpartyId"], "IX_SettlementsCounterpartyLinks_CounterpartyId");
    }

    private static void CreditDecisions(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditDecisions");
        table
            .Column<long>("Id", "bigint")
            .ValueGeneratedOnAdd()
            .HasAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<string>("DecidedAt", "text", collation: "C");
        table.Column<string>("Decision", "text", collation: "C");
        table.Column<string>("OrderId", "text", collation: "C");
        table.Column<string>("Verdict", "text", collation: "C");
        table.HasKey("Id").HasName("PK_SettlementsCreditDecisions");
        table.HasIndex(["CounterpartyId", "DecidedAt", "Id"], "IX_SettlementsCreditDecisions_CounterpartyId_DecidedAt_Id");
        table.HasIndex(["DecidedAt", "Id"], "IX_SettlementsCreditDecisions_DecidedAt_Id");
    }

    private static void CreditFlags(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditFlags");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<DateOnly>("Due", "date");
        table.Column<string>("Receivable", "text", collation: "C");
        table.Column<DateOnly>("SetOn", "date");
        table.Column<Guid>("Version", "uuid");
        table.HasKey("CounterpartyId").HasName("PK_SettlementsCreditFlags");
    }

    private static void CreditHolds(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsCreditHolds");
        table
            .Column<long>("Id", "bigint")
            .ValueGeneratedOnAdd()
            .HasAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        table.Column<decimal>("Amount", "numeric");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<string>("Currency", "text", collation: "C");
        table.Column<string>("ExpiresAt", "text", isNullable: true, collation: "C");
        table.Column<string>("OrderId", "text", collation: "C");
        table.Column<string>("SettledAt", "text", isNullable: true, collation: "C");
        table.Column<string>("State", "text", collation: "C");
        table.HasKey("Id").HasName("PK_SettlementsCreditHolds");
        table.HasIndex(["CounterpartyId", "SettledAt"], "IX_SettlementsCreditHolds_CounterpartyId_SettledAt");
        table.HasIndex(["ExpiresAt"], "IX_SettlementsCreditHolds_ExpiresAt").HasFilter("\"ExpiresAt\" IS NOT NULL");
        table.HasIndex(["SettledAt"], "IX_SettlementsCreditHolds_SettledAt").HasFilter("\"SettledAt\" IS NOT NULL");
        table.HasIndex(["CounterpartyId", "OrderId"], "UX_SettlementsCreditHolds_Order").IsUnique().HasFilter("\"SettledAt\" IS NULL");
    }

    private static void OpenDocuments(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsOpenDocuments");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<int>("Position", "integer");
        table.Column<decimal?>("Amount", "numeric", isNullable: true);
        table.Column<DateOnly?>("Date", "date", isNullable: true);
        table.Column<string>("DocumentId", "text", isNullable: true, collation: "C");
        table.Column<DateOnly?>("DueDate", "date", isNullable: true);
        table.Column<string>("Number", "text", isNullable: true, collation: "C");
        table.Column<string>("OrderId", "text", isNullable: true, collation: "C");
        table.Column<decimal?>("Outstanding", "numeric", isNullable: true);
        table.HasKey("CounterpartyId", "Position").HasName("PK_SettlementsOpenDocuments");
        table
            .HasIndex(["DueDate", "CounterpartyId"], "IX_SettlementsOpenDocuments_DueDate_CounterpartyId")
            .HasFilter("\"DueDate\" IS NOT NULL");
    }

    private static void Overdue(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsOverdue");
        table.Column<string>("Receivable", "text", collation: "C");
        table.Column<DateOnly>("Due", "date");
        table.Column<DateOnly?>("ClosedOn", "date", isNullable: true);
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<string>("Currency", "text", collation: "C");
        table.Column<string>("Number", "text", isNullable: true, collation: "C");
        table.Column<decimal>("Outstanding", "numeric");
        table.Column<DateOnly>("RecordedOn", "date");
        table.HasKey("Receivable", "Due").HasName("PK_SettlementsOverdue");
        table
            .HasIndex(["CounterpartyId", "Due", "Receivable"], "IX_SettlementsOverdue_CounterpartyId_Due_Receivable")
            .HasFilter("\"ClosedOn\" IS NULL");
        table.HasIndex(["Due", "Receivable"], "IX_SettlementsOverdue_Due_Receivable").HasFilter("\"ClosedOn\" IS NULL");
    }

    private static void PaymentCodes(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentCodes");
        table.Column<Guid>("DocumentId", "uuid");
        table.Column<string>("AccountId", "text", collation: "C");
        table.Column<decimal>("Document_Amount", "numeric");
        table.Column<string>("Document_CounterpartyCode", "text", isNullable: true, collation: "C");
        table.Column<Guid>("Document_CounterpartyId", "uuid");
        table.Column<string>("Document_CounterpartyKind", "text", collation: "C");
        table.Column<string>("Document_CounterpartyKpp", "text", isNullable: true, collation: "C");
        table.Column<string>("Document_CounterpartyTin", "text", isNullable: true, collation: "C");
        table.Column<string>("Document_Currency", "text", collation: "C");
        table.Column<DateOnly>("Document_Date", "date");
        table.Column<bool>("Document_IsDeleted", "boolean");
        table.Column<bool>("Document_IsPosted", "boolean");
        table.Column<string>("Document_Kind", "text", collation: "C");
        table.Column<string>("Document_Number", "text", collation: "C");
        table.Column<string>("Document_OrganizationTin", "text", collation: "C");
        table.Column<string>("Document_Purpose", "text", isNullable: true, collation: "C");
        table.Column<long>("Document_Version", "bigint");
        table.Column<string>("ExportedAt", "text", collation: "C");
        table.Column<bool>("IsRemoved", "boolean");
        table.Column<string>("MatchedBy", "text", isNullable: true, collation: "C");
        table.Column<long?>("PayerId", "bigint", isNullable: true);
        table.Column<long?>("PaymentId", "bigint", isNullable: true);
        table.Column<string>("RandomNumber", "text", isNullable: true, collation: "C");
        table.HasKey("DocumentId").HasName("PK_SettlementsPaymentCodes");
        table.HasIndex(["PaymentId"], "IX_SettlementsPaymentCodes_PaymentId");
    }

    private static void PaymentHistory(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentHistory");
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<string>("Key", "text", collation: "C");
        table.Column<decimal?>("Amount", "numeric", isNullable: true);
        table.Column<string>("Currency", "text", isNullable: true, collation: "C");
        table.Column<string>("Day", "text", collation: "C");
        table.Column<string>("Number", "text", isNullable: true, collation: "C");
        table.Column<string>("PaymentId", "text", isNullable: true, collation: "C");
        table.HasKey("CounterpartyId", "Key").HasName("PK_SettlementsPaymentHistory");
        table.HasIndex(["CounterpartyId", "Day", "Key"], "IX_SettlementsPaymentHistory_CounterpartyId_Day_Key");
    }

    private static void PaymentIntents(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentIntents");
        table.Column<Guid>("DocumentId", "uuid");
        table.Column<long>("Version", "bigint");
        table.Column<decimal>("Amount", "numeric");
        table.Column<string>("BeganAt", "text", collation: "C");
        table.Column<long>("ClientId", "bigint");
        table.Column<string>("Currency", "text", collation: "C");
        table.Column<string>("MatchedBy", "text", collation: "C");
        table.Column<long>("PayerId", "bigint");
        table.Column<long?>("PaymentId", "bigint", isNullable: true);
        table.Column<string>("RandomNumber", "text", collation: "C");
        table.Column<string>("Step", "text", collation: "C");
        table.HasKey("DocumentId", "Version").HasName("PK_SettlementsPaymentIntents");
        table.HasIndex(["PaymentId"], "IX_SettlementsPaymentIntents_PaymentId");
    }

    private static void PaymentQueue(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsPaymentQueue");
        table
            .Column<long>("Place", "bigint")
            .ValueGeneratedOnAdd()
            .HasAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        table.Column<string>("AccountId", "text", collation: "C");
        table.Column<int>("Attempts", "integer");
        table.Column<Guid>("DocumentId", "uuid");
        table.Column<decimal>("Document_Amount", "numeric");
        table.Column<string>("Document_CounterpartyCode", "text", isNullable: true, collation: "C");
        table.Column<Guid>("Document_CounterpartyId", "uuid");
        table.Column<string>("Document_CounterpartyKind", "text", collation: "C");
        table.Column<string>("Document_CounterpartyKpp", "text", isNullable: true, collation: "C");
        table.Column<string>("Document_CounterpartyTin", "text", isNullable: true, collation: "C");
        table.Column<string>("Document_Currency", "text", collation: "C");
        table.Column<DateOnly>("Document_Date", "date");
        table.Column<bool>("Document_IsDeleted", "boolean");
        table.Column<bool>("Document_IsPosted", "boolean");
        table.Column<string>("Document_Kind", "text", collation: "C");
        table.Column<string>("Document_Number", "text", collation: "C");
        table.Column<string>("Document_OrganizationTin", "text", collation: "C");
        table.Column<string>("Document_Purpose", "text", isNullable: true, collation: "C");
        table.Column<long>("Document_Version", "bigint");
        table.Column<string>("EnqueuedAt", "text", collation: "C");
        table.Column<Int64[]>("ErrorCandidates", "bigint[]");
        table.Column<string>("ErrorKind", "text", isNullable: true, collation: "C");
        table.Column<string>("ErrorMessage", "text", isNullable: true, collation: "C");
        table.Column<string>("LeasedUntil", "text", isNullable: true, collation: "C");
        table.Column<string>("NextAttempt", "text", isNullable: true, collation: "C");
        table.Column<string>("PausedUntil", "text", isNullable: true, collation: "C");
        table.Column<string>("State", "text", collation: "C");
        table.Column<Guid?>("Token", "uuid", isNullable: true);
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
        table.Column<Guid>("CounterpartyId", "uuid");
        table.Column<Guid>("ContractId", "uuid");
        table.Column<string>("Versions", "text", collation: "C");
        table.HasKey("CounterpartyId", "ContractId").HasName("PK_SettlementsPaymentTerms");
    }

    private static void Reminders(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsReminders");
        table.Column<string>("Receivable", "text", collation: "C");
        table.Column<DateOnly>("Due", "date");
        table.Column<string>("Step", "text", collation: "C");
        table.Column<string>("Action", "text", collation: "C");
        table.Column<int>("Attempts", "integer");
        table.Column<string>("LastError", "text", isNullable: true, collation: "C");
        table.Column<string>("LeasedUntil", "text", isNullable: true, collation: "C");
        table.Column<string>("NextAttempt", "text", isNullable: true, collation: "C");
        table.Column<DateOnly>("On", "date");
        table.Column<string>("State", "text", collation: "C");
        table.Column<Guid?>("Token", "uuid", isNullable: true);
        table.HasKey("Receivable", "Due", "Step", "Action").HasName("PK_SettlementsReminders");
        table.HasIndex(["LeasedUntil"], "IX_SettlementsReminders_LeasedUntil").HasFilter("\"LeasedUntil\" IS NOT NULL");
    }

    private static void Turns(EntityTypeBuilder table)
    {
        table.ToTable("SettlementsTurns");
        table.Column<string>("Name", "text", collation: "C");
        table.Column<long>("Taken", "bigint");
        table.HasKey("Name").HasName("PK_SettlementsTurns");
    }
}
