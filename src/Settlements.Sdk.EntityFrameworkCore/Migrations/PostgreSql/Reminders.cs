using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Settlements.EntityFrameworkCore.PostgreSql;

namespace Settlements.EntityFrameworkCore.Migrations.PostgreSql;

/// <summary>Reminders, the register of what is overdue, flags; open documents in the order of pages by due date.</summary>
[DbContext(typeof(PostgreSqlSettlementsDbContext))]
[Migration("20261122000200_Reminders")]
internal sealed class Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE TABLE "SettlementsCreditFlags" (
                "CounterpartyId" uuid NOT NULL,
                "Receivable" text COLLATE "C" NOT NULL,
                "Due" date NOT NULL,
                "SetOn" date NOT NULL,
                "Version" uuid NOT NULL,
                CONSTRAINT "PK_SettlementsCreditFlags" PRIMARY KEY ("CounterpartyId")
            );

            CREATE TABLE "SettlementsOverdue" (
                "Receivable" text COLLATE "C" NOT NULL,
                "Due" date NOT NULL,
                "CounterpartyId" uuid NOT NULL,
                "Outstanding" numeric NOT NULL,
                "Currency" text COLLATE "C" NOT NULL,
                "Number" text COLLATE "C",
                "RecordedOn" date NOT NULL,
                "ClosedOn" date,
                CONSTRAINT "PK_SettlementsOverdue" PRIMARY KEY ("Receivable", "Due")
            );

            CREATE TABLE "SettlementsReminders" (
                "Receivable" text COLLATE "C" NOT NULL,
                "Due" date NOT NULL,
                "Step" text COLLATE "C" NOT NULL,
                "Action" text COLLATE "C" NOT NULL,
                "State" text COLLATE "C" NOT NULL,
                "On" date NOT NULL,
                "Attempts" integer NOT NULL,
                "LastError" text COLLATE "C",
                "NextAttempt" text COLLATE "C",
                "LeasedUntil" text COLLATE "C",
                "Token" uuid,
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
