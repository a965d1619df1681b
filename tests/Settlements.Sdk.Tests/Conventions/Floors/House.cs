using System.Collections.Concurrent;
using System.Reflection;

namespace Settlements.Tests.Conventions.Floors;

/// <summary>Which type stands on which floor. Whatever is not named here by its nature is a rule, so a new type is held to be one.</summary>
internal static class House
{
    private const string Root = "Settlements";

    private static readonly ConcurrentDictionary<Type, Floor> Known = [];

    private static readonly HashSet<string> Clients = ["Settlements.OneC", "Settlements.BillManager", "Settlements.Http"];

    /// <summary>
    /// Types that work over ports and clients, or are made of what the container gives (options' validators, telemetry, background workers).
    /// A name stands here only with a reason to be asynchronous, to read the clock or to write a log.
    /// </summary>
    private static readonly HashSet<string> Services =
    [
        "Settlements.Clock",
        "Settlements.Balances.BalanceImporter",
        "Settlements.Balances.BalanceKeeper",
        "Settlements.Balances.BalanceLog",
        "Settlements.Balances.BalanceMemory",
        "Settlements.Balances.BalanceReader",
        "Settlements.Balances.BalanceRejectsFile",
        "Settlements.Balances.BalanceSnapshots",
        "Settlements.Balances.BalanceSync",
        "Settlements.Balances.BalanceSyncOptions",
        "Settlements.Balances.BalanceSyncService",
        "Settlements.Balances.CachedBalances",
        "Settlements.Balances.DistributedBalances",
        "Settlements.Balances.ImportLog",
        "Settlements.Balances.ImportRun",
        "Settlements.Balances.LiveBalances",
        "Settlements.Balances.MemoryClock",
        "Settlements.Balances.SharedReading",
        "Settlements.Balances.SourceTerms",
        "Settlements.Balances.SyncRun",
        "Settlements.Credit.Checkout",
        "Settlements.Credit.OrderCheck",
        "Settlements.Credit.OrderFacts",
        "Settlements.Diagnosis.AnswerJudgement",
        "Settlements.Diagnosis.AnswerKeys",
        "Settlements.Diagnosis.AsOfDoubts",
        "Settlements.Diagnosis.BillManagerExamination",
        "Settlements.Diagnosis.BillManagerPatient",
        "Settlements.Diagnosis.CheckRunner",
        "Settlements.Diagnosis.ClockCheck",
        "Settlements.Diagnosis.CompanyDoubts",
        "Settlements.Diagnosis.FieldProbe",
        "Settlements.Diagnosis.NetworkCheck",
        "Settlements.Diagnosis.OneCExamination",
        "Settlements.Diagnosis.OneCExchange",
        "Settlements.Diagnosis.OneCPatient",
        "Settlements.Diagnosis.OneCServiceJudgement",
        "Settlements.Diagnosis.OneCSessionJudgement",
        "Settlements.Diagnosis.PanelJudgement",
        "Settlements.Diagnosis.PanelReferenceCheck",
        "Settlements.Diagnosis.PanelShowing",
        "Settlements.Diagnosis.PanelShown",
        "Settlements.Diagnosis.PaymentMethodDoubts",
        "Settlements.Diagnosis.SeenCertificate",
        "Settlements.Diagnosis.SettlementsDoctor",
        "Settlements.Diagnosis.SimilarKeys",
        "Settlements.Linking.CounterpartyLinker",
        "Settlements.Linking.CounterpartySearch",
        "Settlements.Linking.LinkingLog",
        "Settlements.Payments.AccountFinder",
        "Settlements.Payments.AccountLoader",
        "Settlements.Payments.AccountLoadService",
        "Settlements.Payments.AccountReading",
        "Settlements.Payments.DocumentExport",
        "Settlements.Payments.ExportRun",
        "Settlements.Payments.KnownPayment",
        "Settlements.Payments.PanelReference",
        "Settlements.Payments.PanelVerdict",
        "Settlements.Payments.PayerFinder",
        "Settlements.Payments.PaymentComparison",
        "Settlements.Payments.PaymentExporter",
        "Settlements.Payments.PaymentExportService",
        "Settlements.Payments.PaymentLog",
        "Settlements.Payments.PaymentLookup",
        "Settlements.Payments.PaymentPlanner",
        "Settlements.Payments.PaymentReader",
        "Settlements.Payments.PaymentView",
        "Settlements.Payments.PaymentWriter",
        "Settlements.Payments.RunHealth",
        "Settlements.Reminders.CreditStatusUpkeep",
        "Settlements.Reminders.CustomerPlans",
        "Settlements.Reminders.ReminderDelivery",
        "Settlements.Reminders.ReminderGathering",
        "Settlements.Reminders.ReminderPorts",
        "Settlements.Reminders.ReminderRun",
        "Settlements.Reminders.ReminderRunLog",
        "Settlements.Reminders.ReminderRunner",
        "Settlements.Reminders.ReminderService",
        "Settlements.Scheduling.ScheduledWork`1",
        "Settlements.Scheduling.ScheduleLog",
        "Settlements.Scheduling.SchedulePause",
        "Settlements.Terms.PaymentTermsStoreExtensions",
    ];

    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(IsOurs);

    /// <summary>A type that stands in a source file by itself.</summary>
    public static bool IsOurs(Type type) => !type.IsNested && !IsWrittenByTheCompiler(type);

    public static IReadOnlyCollection<string> NamedServices => Services;

    public static Floor FloorOf(Type type) => Known.GetOrAdd(type, Find);

    private static Floor Find(Type type)
    {
        var @namespace = type.Namespace ?? "";
        if (@namespace is "Microsoft.Extensions.DependencyInjection" or "Settlements.DependencyInjection")
            return Floor.Registration;
        if (Services.Contains(type.FullName!))
            return Floor.Service;
        if (Clients.Contains(@namespace))
            return Floor.Port;
        if (@namespace == Root)
            return Floor.Vocabulary;
        if (IsPort(type))
            return Floor.Port;
        return ImplementsPort(type) ? Floor.Service : Floor.Rule;
    }

    /// <summary>An interface that promises tasks: the host implements it, or a client. One without tasks is a part of the rules.</summary>
    public static bool IsPort(Type type) =>
        type.IsInterface
        && References.Of(type).Types.Any(named => named.Namespace == "System.Threading.Tasks" || Forbidden.IsStream(named));

    /// <summary>An implementation of a port is no rule, wherever it stands.</summary>
    private static bool ImplementsPort(Type type) =>
        !type.IsInterface
        && type.GetInterfaces().Any(i => i.Assembly == type.Assembly && IsPort(i.IsGenericType ? i.GetGenericTypeDefinition() : i));

    private static bool IsWrittenByTheCompiler(Type type) =>
        type.Namespace is null
        || type.Namespace.StartsWith("System", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        || type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false);
}
