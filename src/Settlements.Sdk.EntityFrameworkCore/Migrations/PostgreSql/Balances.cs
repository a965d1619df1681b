using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.PostgreSql;

namespace Settlements.EntityFrameworkCore.Migrations.PostgreSql;

/// <summary>Balances with their documents, the history of payments, imports.</summary>
[DbContext(typeof(PostgreSqlSettlementsDbContext))]
[Migration("20261122000100_Balances")]
internal sealed class Balances : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE TABLE "SettlementsBalanceImports" (
                "Id" integer NOT NULL,
                "Kind" text COLLATE "C" NOT NULL,
                "AsOf" text COLLATE "C" NOT NULL,
                "HasDocuments" boolean NOT NULL,
                "CommittedAt" text COLLATE "C" NOT NULL,
                "Added" bigint NOT NULL,
                "Changed" bigint NOT NULL,
                "Unchanged" bigint NOT NULL,
                "Cleared" bigint NOT NULL,
                "Older" bigint NOT NULL,
                "DebtorsBefore" bigint NOT NULL,
                "DebtorsCleared" bigint NOT NULL,
                "PreviousAsOf" text COLLATE "C",
                "SnapshotAsOf" text COLLATE "C",
                CONSTRAINT "PK_SettlementsBalanceImports" PRIMARY KEY ("Id")
            );

            CREATE TABLE "SettlementsBalanceImportTurns" (
                "Id" integer NOT NULL,
                "AsOf" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_SettlementsBalanceImportTurns" PRIMARY KEY ("Id")
            );

            CREATE TABLE "SettlementsBalancePayments" (
                "CounterpartyId" uuid NOT NULL,
                "Position" integer NOT NULL,
                "PaymentId" text COLLATE "C",
                "Number" text COLLATE "C",
                "Date" date,
                "Amount" numeric,
                CONSTRAINT "PK_SettlementsBalancePayments" PRIMARY KEY ("CounterpartyId", "Position")
            );

            CREATE TABLE "SettlementsBalances" (
                "CounterpartyId" uuid NOT NULL,
                "Currency" text COLLATE "C" NOT NULL,
                "ReadAt" text COLLATE "C" NOT NULL,
                "IsOfSnapshot" boolean NOT NULL,
                "AsOf" text COLLATE "C",
                "IsCleared" boolean NOT NULL,
                "Debt" numeric,
                "Advance" numeric,
                "Overdue" numeric,
                "LimitAmount" numeric,
                "LimitCurrency" text COLLATE "C",
                "LimitIsEnforced" boolean,
                "IsBlocked" boolean,
                "HasLastPayment" boolean NOT NULL,
                "LastPaymentId" text COLLATE "C",
                "LastPaymentNumber" text COLLATE "C",
                "LastPaymentDate" date,
                "LastPaymentAmount" numeric,
                "Terms" text COLLATE "C",
                "Unstated" integer NOT NULL,
                "DocumentCount" integer,
                "PaymentCount" integer,
                CONSTRAINT "PK_SettlementsBalances" PRIMARY KEY ("CounterpartyId")
            );

            CREATE TABLE "SettlementsOpenDocuments" (
                "CounterpartyId" uuid NOT NULL,
                "Position" integer NOT NULL,
                "DocumentId" text COLLATE "C",
                "Number" text COLLATE "C",
                "Date" date,
                "DueDate" date,
                "Amount" numeric,
                "Outstanding" numeric,
                "OrderId" text COLLATE "C",
                CONSTRAINT "PK_SettlementsOpenDocuments" PRIMARY KEY ("CounterpartyId", "Position")
            );

            CREATE TABLE "SettlementsPaymentHistory" (
                "CounterpartyId" uuid NOT NULL,
                "Key" text COLLATE "C" NOT NULL,
                "Day" text COLLATE "C" NOT NULL,
                "PaymentId" text COLLATE "C",
                "Number" text COLLATE "C",
                "Amount" numeric,
                "Currency" text COLLATE "C",
                CONSTRAINT "PK_SettlementsPaymentHistory" PRIMARY KEY ("CounterpartyId", "Key")
            );

            CREATE INDEX "IX_SettlementsOpenDocuments_DueDate" ON "SettlementsOpenDocuments" ("DueDate") WHERE "DueDate" IS NOT NULL;
            CREATE INDEX "IX_SettlementsPaymentHistory_CounterpartyId_Day_Key" ON "SettlementsPaymentHistory" ("CounterpartyId", "Day", "Key");
            """
        );
}
