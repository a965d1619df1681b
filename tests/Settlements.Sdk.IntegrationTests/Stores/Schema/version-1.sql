-- A file as version 0.1.0 of the library left it.
BEGIN TRANSACTION;
CREATE TABLE "SettlementsAccountLoads" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsAccountLoads" PRIMARY KEY,
    "LoadedAt" TEXT NOT NULL
);
INSERT INTO "SettlementsAccountLoads" VALUES(1,'2026-09-01T12:00:00.000000000Z');
CREATE TABLE "SettlementsAccounts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SettlementsAccounts" PRIMARY KEY,
    "ClientId" INTEGER NOT NULL,
    "ClientName" TEXT NULL,
    "ProviderId" INTEGER NOT NULL,
    "Currency" TEXT NOT NULL,
    "IsActive" INTEGER NULL,
    "MissingSince" TEXT NULL
);
INSERT INTO "SettlementsAccounts" VALUES(1,2,'ООО «Ромашка»',3,'RUB',1,NULL);
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
INSERT INTO "SettlementsPaymentCodes" VALUES('00000001-0001-0002-0304-05060708090A','200001',77,'mark-1',5,'Tin',0,'2026-09-01T12:00:00.000000000Z','1000.1',NULL,'000003E9-0001-0002-0304-05060708090A','Company',NULL,'7707083893','RUB','2026-11-20',0,1,'CashReceipt','ПКО-1','7702070139','Аванс № 1',1);
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
INSERT INTO "SettlementsPaymentIntents" VALUES('00000004-0001-0002-0304-05060708090A',1,'Credit','mark-4',88,3,6,'AccountingCode','1000.1','RUB','2026-09-01T12:00:00.000000100Z');
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
INSERT INTO "SettlementsPaymentQueue" VALUES(2,'00000002-0001-0002-0304-05060708090A','200002','Waiting',1,'PanelUnavailable','no answer','[]','2026-09-01T18:00:00.000000000Z','2026-09-01T12:00:00.000000000Z',NULL,NULL,'1000.1',NULL,'000003EA-0001-0002-0304-05060708090A','Company',NULL,'7707083893','RUB','2026-11-20',0,1,'CashReceipt','ПКО-1','7702070139','Аванс № 2',1);
INSERT INTO "SettlementsPaymentQueue" VALUES(3,'00000003-0001-0002-0304-05060708090A','200003','NeedsAttention',1,'PayerAmbiguous','several fit','[7,8]',NULL,'2026-09-01T12:00:00.000000000Z',NULL,NULL,'1000.1',NULL,'000003EB-0001-0002-0304-05060708090A','Company',NULL,'7707083893','RUB','2026-11-20',0,1,'CashReceipt','ПКО-1','7702070139','Аванс № 3',1);
INSERT INTO "SettlementsPaymentQueue" VALUES(4,'00000004-0001-0002-0304-05060708090A','200004','Waiting',0,NULL,NULL,'[]',NULL,'2026-09-01T12:00:00.000000000Z','76430823-0E36-456D-96E9-83D089A8C5A8','2026-09-01T12:15:00.000000000Z','1000.1',NULL,'000003EC-0001-0002-0304-05060708090A','Company',NULL,'7707083893','RUB','2026-11-20',0,1,'CashReceipt','ПКО-1','7702070139','Аванс № 4',1);
INSERT INTO "SettlementsPaymentQueue" VALUES(5,'00000005-0001-0002-0304-05060708090A','200005','Waiting',0,NULL,NULL,'[]',NULL,'2026-09-01T12:00:00.000000000Z',NULL,NULL,'1000.1',NULL,'000003ED-0001-0002-0304-05060708090A','Company',NULL,'7707083893','RUB','2026-11-20',0,1,'CashReceipt','ПКО-1','7702070139','Аванс № 5',1);
CREATE INDEX "IX_SettlementsPaymentCodes_PaymentId" ON "SettlementsPaymentCodes" ("PaymentId");
CREATE INDEX "IX_SettlementsPaymentIntents_PaymentId" ON "SettlementsPaymentIntents" ("PaymentId");
CREATE INDEX "IX_SettlementsPaymentQueue_AccountId_LeasedUntil" ON "SettlementsPaymentQueue" ("AccountId", "LeasedUntil");
CREATE UNIQUE INDEX "IX_SettlementsPaymentQueue_DocumentId" ON "SettlementsPaymentQueue" ("DocumentId");
CREATE INDEX "IX_SettlementsPaymentQueue_LeasedUntil" ON "SettlementsPaymentQueue" ("LeasedUntil") WHERE "LeasedUntil" IS NOT NULL;
CREATE INDEX "IX_SettlementsPaymentQueue_State_Place" ON "SettlementsPaymentQueue" ("State", "Place");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SettlementsPaymentQueue',5);
PRAGMA application_id = 0x5345544C;
PRAGMA user_version = 1;
COMMIT;
