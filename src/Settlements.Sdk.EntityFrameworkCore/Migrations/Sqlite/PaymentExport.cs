using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Settlements.EntityFrameworkCore.Migrations.Sqlite;

/// <summary>Payment export and accounts: what a file of version 1 has.</summary>
[DbContext(typeof(SqliteSettlementsDbContext))]
[Migration("20260901000000_PaymentExport")]
internal sealed class PaymentExport : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE TABLE "SettlementsAccountLoads" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsAccountLoads" PRIMARY KEY,
                "LoadedAt" TEXT NOT NULL
            );

            CREATE TABLE "SettlementsAccounts" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsAccounts" PRIMARY KEY,
                "ClientId" INTEGER NOT NULL,
                "ClientName" TEXT NULL,
                "ProviderId" INTEGER NOT NULL,
                "Currency" TEXT NOT NULL,
                "IsActive" INTEGER NULL,
                "MissingSince" TEXT NULL
            );

            CREATE TABLE "SettlementsPaymentCodes" (
                "DocumentId" TEXT NOT NULL CONSTRAINT "PK_SettlementsPaymentCodes" PRIMARY KEY,
                "AccountId" TEXT NOT NULL,
                "PaymentId" INTEGER NULL,
                "RandomNumber" TEXT NULL,
                "PayerId" INTEGER NULL,
                "MatchedBy" TEXT NULL,
                "IsRemoved" INTEGER NOT NULL,
                "ExportedAt" TEXT NOT NULL,
                "Document_Amount" TEXT NOT NULL,
                "Document_CounterpartyCode" TEXT NULL,
                "Document_CounterpartyId" TEXT NOT NULL,
                "Document_CounterpartyKind" TEXT NOT NULL,
                "Document_CounterpartyKpp" TEXT NULL,
                "Document_CounterpartyTin" TEXT NULL,
                "Document_Currency" TEXT NOT NULL,
                "Document_Date" TEXT NOT NULL,
                "Document_IsDeleted" INTEGER NOT NULL,
                "Document_IsPosted" INTEGER NOT NULL,
                "Document_Kind" TEXT NOT NULL,
                "Document_Number" TEXT NOT NULL,
                "Document_OrganizationTin" TEXT NOT NULL,
                "Document_Purpose" TEXT NULL,
                "Document_Version" INTEGER NOT NULL
            );

            CREATE TABLE "SettlementsPaymentIntents" (
                "DocumentId" TEXT NOT NULL,
                "Version" INTEGER NOT NULL,
                "Step" TEXT NOT NULL,
                "RandomNumber" TEXT NOT NULL,
                "PaymentId" INTEGER NULL,
                "ClientId" INTEGER NOT NULL,
                "PayerId" INTEGER NOT NULL,
                "MatchedBy" TEXT NOT NULL,
                "Amount" TEXT NOT NULL,
                "Currency" TEXT NOT NULL,
                "BeganAt" TEXT NOT NULL,
                CONSTRAINT "PK_SettlementsPaymentIntents" PRIMARY KEY ("DocumentId", "Version")
            );

            CREATE TABLE "SettlementsPaymentQueue" (
                "Place" INTEGER NOT NULL CONSTRAINT "PK_SettlementsPaymentQueue" PRIMARY KEY AUTOINCREMENT,
                "DocumentId" TEXT NOT NULL,
                "AccountId" TEXT NOT NULL,
                "State" TEXT NOT NULL,
                "Attempts" INTEGER NOT NULL,
                "ErrorKind" TEXT NULL,
                "ErrorMessage" TEXT NULL,
                "ErrorCandidates" TEXT NOT NULL,
                "NextAttempt" TEXT NULL,
                "EnqueuedAt" TEXT NOT NULL,
                "Token" TEXT NULL,
                "LeasedUntil" TEXT NULL,
                "Document_Amount" TEXT NOT NULL,
                "Document_CounterpartyCode" TEXT NULL,
                "Document_CounterpartyId" TEXT NOT NULL,
                "Document_CounterpartyKind" TEXT NOT NULL,
                "Document_CounterpartyKpp" TEXT NULL,
                "Document_CounterpartyTin" TEXT NULL,
                "Document_Currency" TEXT NOT NULL,
                "Document_Date" TEXT NOT NULL,
                "Document_IsDeleted" INTEGER NOT NULL,
                "Document_IsPosted" INTEGER NOT NULL,
                "Document_Kind" TEXT NOT NULL,
                "Document_Number" TEXT NOT NULL,
                "Document_OrganizationTin" TEXT NOT NULL,
                "Document_Purpose" TEXT NULL,
                "Document_Version" INTEGER NOT NULL
            );

            CREATE INDEX "IX_SettlementsPaymentCodes_PaymentId" ON "SettlementsPaymentCodes" ("PaymentId");
            CREATE INDEX "IX_SettlementsPaymentIntents_PaymentId" ON "SettlementsPaymentIntents" ("PaymentId");
            CREATE INDEX "IX_SettlementsPaymentQueue_AccountId_LeasedUntil" ON "SettlementsPaymentQueue" ("AccountId", "LeasedUntil");
            CREATE UNIQUE INDEX "IX_SettlementsPaymentQueue_DocumentId" ON "SettlementsPaymentQueue" ("DocumentId");
            CREATE INDEX "IX_SettlementsPaymentQueue_LeasedUntil" ON "SettlementsPaymentQueue" ("LeasedUntil") WHERE "LeasedUntil" IS NOT NULL;
            CREATE INDEX "IX_SettlementsPaymentQueue_State_Place" ON "SettlementsPaymentQueue" ("State", "Place");
            """
        );
}
