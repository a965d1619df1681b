using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Settlements.EntityFrameworkCore.Migrations.Sqlite;

/// <summary>Reminders, the register of what is overdue, flags; open documents in the order of pages by due date.</summary>
[DbContext(typeof(SqliteSettlementsDbContext))]
[Migration("20261122000200_Reminders")]
internal sealed class Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE TABLE "SettlementsCreditFlags" (
                "CounterpartyId" TEXT NOT NULL CONSTRAINT "PK_SettlementsCreditFlags" PRIMARY KEY,
                "Receivable" TEXT NOT NULL,
                "Due" TEXT NOT NULL,
                "SetOn" TEXT NOT NULL,
                "Version" TEXT NOT NULL
            );

            CREATE TABLE "SettlementsOverdue" (
                "Receivable" TEXT NOT NULL,
                "Due" TEXT NOT NULL,
                "CounterpartyId" TEXT NOT NULL,
                "Outstanding" TEXT NOT NULL,
                "Currency" TEXT NOT NULL,
                "Number" TEXT NULL,
                "RecordedOn" TEXT NOT NULL,
                "ClosedOn" TEXT NULL,
                CONSTRAINT "PK_SettlementsOverdue" PRIMARY KEY ("Receivable", "Due")
            );

            CREATE TABLE "SettlementsReminders" (
                "Receivable" TEXT NOT NULL,
                "Due" TEXT NOT NULL,
                "Step" TEXT NOT NULL,
                "Action" TEXT NOT NULL,
                "State" TEXT NOT NULL,
                "On" TEXT NOT NULL,
                "Attempts" INTEGER NOT NULL,
                "LastError" TEXT NULL,
                "NextAttempt" TEXT NULL,
                "LeasedUntil" TEXT NULL,
                "Token" TEXT NULL,
                CONSTRAINT "PK_SettlementsReminders" PRIMARY KEY ("Receivable", "Due", "Step", "Action")
            );

            CREATE INDEX "IX_SettlementsOverdue_CounterpartyId_Due_Receivable" ON "SettlementsOverdue" ("CounterpartyId", "Due", "Receivable") WHERE "ClosedOn" IS NULL;
            CREATE INDEX "IX_SettlementsOverdue_Due_Receivable" ON "SettlementsOverdue" ("Due", "Receivable") WHERE "ClosedOn" IS NULL;
            CREATE INDEX "IX_SettlementsReminders_LeasedUntil" ON "SettlementsReminders" ("LeasedUntil") WHERE "LeasedUntil" IS NOT NULL;

            DROP INDEX "IX_SettlementsOpenDocuments_DueDate";
            CREATE INDEX "IX_SettlementsOpenDocuments_DueDate_CounterpartyId" ON "SettlementsOpenDocuments" ("DueDate", "CounterpartyId") WHERE "DueDate" IS NOT NULL;
            """
        );
}
