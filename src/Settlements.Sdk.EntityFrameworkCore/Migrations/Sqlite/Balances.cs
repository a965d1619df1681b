using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Settlements.EntityFrameworkCore.Migrations.Sqlite;

/// <summary>Balances with their documents, the history of payments, imports.</summary>
[DbContext(typeof(SqliteSettlementsDbContext))]
[Migration("20261122000100_Balances")]
internal sealed class Balances : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE TABLE "SettlementsBalanceImports" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsBalanceImports" PRIMARY KEY,
                "Kind" TEXT NOT NULL,
                "AsOf" TEXT NOT NULL,
                "HasDocuments" INTEGER NOT NULL,
                "CommittedAt" TEXT NOT NULL,
                "Added" INTEGER NOT NULL,
                "Changed" INTEGER NOT NULL,
                "Unchanged" INTEGER NOT NULL,
                "Cleared" INTEGER NOT NULL,
                "Older" INTEGER NOT NULL,
                "DebtorsBefore" INTEGER NOT NULL,
                "DebtorsCleared" INTEGER NOT NULL,
                "PreviousAsOf" TEXT NULL,
                "SnapshotAsOf" TEXT NULL
            );

            CREATE TABLE "SettlementsBalanceImportTurns" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsBalanceImportTurns" PRIMARY KEY,
                "AsOf" TEXT NOT NULL
            );

            CREATE TABLE "SettlementsBalancePayments" (
                "CounterpartyId" TEXT NOT NULL,
                "Position" INTEGER NOT NULL,
                "PaymentId" TEXT NULL,
                "Number" TEXT NULL,
                "Date" TEXT NULL,
                "Amount" TEXT NULL,
                CONSTRAINT "PK_SettlementsBalancePayments" PRIMARY KEY ("CounterpartyId", "Position")
            );

            CREATE TABLE "SettlementsBalances" (
                "CounterpartyId" TEXT NOT NULL CONSTRAINT "PK_SettlementsBalances" PRIMARY KEY,
                "Currency" TEXT NOT NULL,
                "ReadAt" TEXT NOT NULL,
                "IsOfSnapshot" INTEGER NOT NULL,
                "AsOf" TEXT NULL,
                "IsCleared" INTEGER NOT NULL,
                "Debt" TEXT NULL,
                "Advance" TEXT NULL,
                "Overdue" TEXT NULL,
                "LimitAmount" TEXT NULL,
                "LimitCurrency" TEXT NULL,
                "LimitIsEnforced" INTEGER NULL,
                "IsBlocked" INTEGER NULL,
                "HasLastPayment" INTEGER NOT NULL,
                "LastPaymentId" TEXT NULL,
                "LastPaymentNumber" TEXT NULL,
                "LastPaymentDate" TEXT NULL,
                "LastPaymentAmount" TEXT NULL,
                "Terms" TEXT NULL,
                "Unstated" INTEGER NOT NULL,
                "DocumentCount" INTEGER NULL,
                "PaymentCount" INTEGER NULL
            );

            CREATE TABLE "SettlementsOpenDocuments" (
                "CounterpartyId" TEXT NOT NULL,
                "Position" INTEGER NOT NULL,
                "DocumentId" TEXT NULL,
                "Number" TEXT NULL,
                "Date" TEXT NULL,
                "DueDate" TEXT NULL,
                "Amount" TEXT NULL,
                "Outstanding" TEXT NULL,
                "OrderId" TEXT NULL,
                CONSTRAINT "PK_SettlementsOpenDocuments" PRIMARY KEY ("CounterpartyId", "Position")
            );

            CREATE TABLE "SettlementsPaymentHistory" (
                "CounterpartyId" TEXT NOT NULL,
                "Key" TEXT NOT NULL,
                "Day" TEXT NOT NULL,
                "PaymentId" TEXT NULL,
                "Number" TEXT NULL,
                "Amount" TEXT NULL,
                "Currency" TEXT NULL,
                CONSTRAINT "PK_SettlementsPaymentHistory" PRIMARY KEY ("CounterpartyId", "Key")
            );

            CREATE INDEX "IX_SettlementsOpenDocuments_DueDate" ON "SettlementsOpenDocuments" ("DueDate") WHERE "DueDate" IS NOT NULL;
            CREATE INDEX "IX_SettlementsPaymentHistory_CounterpartyId_Day_Key" ON "SettlementsPaymentHistory" ("CounterpartyId", "Day", "Key");
            """
        );
}
