using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Settlements.EntityFrameworkCore.Migrations.Sqlite;

/// <summary>Holds, decisions, terms, links; entries of the queue that are paused are not passed one by one any more.</summary>
[DbContext(typeof(SqliteSettlementsDbContext))]
[Migration("20261122000000_Stores")]
internal sealed class Stores : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            ALTER TABLE "SettlementsPaymentQueue" ADD "PausedUntil" TEXT NULL;
            UPDATE "SettlementsPaymentQueue" SET "PausedUntil" = "NextAttempt" WHERE "State" = 'Waiting';
            CREATE INDEX "IX_SettlementsPaymentQueue_Due" ON "SettlementsPaymentQueue" ("Place") WHERE "State" = 'Waiting' AND "PausedUntil" IS NULL;
            CREATE INDEX "IX_SettlementsPaymentQueue_PausedUntil" ON "SettlementsPaymentQueue" ("PausedUntil") WHERE "PausedUntil" IS NOT NULL;

            CREATE TABLE "SettlementsCounterpartyLinks" (
                "UserId" TEXT NOT NULL CONSTRAINT "PK_SettlementsCounterpartyLinks" PRIMARY KEY,
                "CounterpartyId" TEXT NULL,
                "Origin" TEXT NOT NULL,
                "LinkedAt" TEXT NOT NULL,
                "Author" TEXT NULL
            );

            CREATE TABLE "SettlementsCreditDecisions" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsCreditDecisions" PRIMARY KEY AUTOINCREMENT,
                "CounterpartyId" TEXT NOT NULL,
                "OrderId" TEXT NOT NULL,
                "DecidedAt" TEXT NOT NULL,
                "Verdict" TEXT NOT NULL,
                "Decision" TEXT NOT NULL
            );

            CREATE TABLE "SettlementsCreditHolds" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsCreditHolds" PRIMARY KEY AUTOINCREMENT,
                "CounterpartyId" TEXT NOT NULL,
                "OrderId" TEXT NOT NULL,
                "Amount" TEXT NOT NULL,
                "Currency" TEXT NOT NULL,
                "State" TEXT NOT NULL,
                "ExpiresAt" TEXT NULL,
                "SettledAt" TEXT NULL
            );

            CREATE TABLE "SettlementsPaymentTerms" (
                "CounterpartyId" TEXT NOT NULL,
                "ContractId" TEXT NOT NULL,
                "Versions" TEXT NOT NULL,
                CONSTRAINT "PK_SettlementsPaymentTerms" PRIMARY KEY ("CounterpartyId", "ContractId")
            );

            CREATE TABLE "SettlementsTurns" (
                "Name" TEXT NOT NULL CONSTRAINT "PK_SettlementsTurns" PRIMARY KEY,
                "Taken" INTEGER NOT NULL
            );

            CREATE INDEX "IX_SettlementsCounterpartyLinks_CounterpartyId" ON "SettlementsCounterpartyLinks" ("CounterpartyId");
            CREATE INDEX "IX_SettlementsCreditDecisions_CounterpartyId_DecidedAt_Id" ON "SettlementsCreditDecisions" ("CounterpartyId", "DecidedAt", "Id");
            CREATE INDEX "IX_SettlementsCreditDecisions_DecidedAt_Id" ON "SettlementsCreditDecisions" ("DecidedAt", "Id");
            CREATE INDEX "IX_SettlementsCreditHolds_CounterpartyId_SettledAt" ON "SettlementsCreditHolds" ("CounterpartyId", "SettledAt");
            CREATE INDEX "IX_SettlementsCreditHolds_ExpiresAt" ON "SettlementsCreditHolds" ("ExpiresAt") WHERE "ExpiresAt" IS NOT NULL;
            CREATE INDEX "IX_SettlementsCreditHolds_SettledAt" ON "SettlementsCreditHolds" ("SettledAt") WHERE "SettledAt" IS NOT NULL;
            CREATE UNIQUE INDEX "UX_SettlementsCreditHolds_Order" ON "SettlementsCreditHolds" ("CounterpartyId", "OrderId") WHERE "SettledAt" IS NULL;
            """
        );
}
