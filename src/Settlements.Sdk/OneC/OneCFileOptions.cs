namespace Settlements.OneC;

/// <summary>How a file of balances that 1C wrote is read. The values and their keys are read as <see cref="OneCBalanceClient"/> reads them in an answer.</summary>
public sealed class OneCFileOptions
{
    /// <summary>Options with the defaults.</summary>
    public OneCFileOptions()
        : this(new OneCFieldOptions()) { }

    private OneCFileOptions(OneCFieldOptions fields) => Fields = fields;

    /// <summary>How the rows are written.</summary>
    /// <value>The default is <see cref="OneCFileFormat.Detect"/>.</value>
    public OneCFileFormat Format { get; set; }

    /// <summary>In what the file is written.</summary>
    /// <value>The default is <see cref="OneCFileEncoding.Detect"/>.</value>
    public OneCFileEncoding Encoding { get; set; }

    /// <summary>What stands between two columns of CSV.</summary>
    /// <value>Any character of ASCII but a letter, a digit, a quote, a blank that is no tab, or a line break. The default is null: whichever of <c>;</c>, <c>,</c> and tab the header holds most of.</value>
    public char? Delimiter { get; set; }

    /// <summary>
    /// Takes the last row of CSV although no line break ends it and its last column does not repeat the column's own name. Such a file may have been cut within its last number.
    /// </summary>
    /// <value>The default is false: such a file is refused.</value>
    public bool AllowUnfinishedLastRow { get; set; }

    /// <summary>The longest row, in bytes of UTF-8. A longer line of JSON is rejected; in an array or in CSV it ends the import.</summary>
    /// <value>From 1 KiB to 64 MiB. The default is 1 MiB.</value>
    public int MaxRowBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep objects and arrays of a row may nest.</summary>
    /// <value>From 4 to 512. The default is 32.</value>
    public int MaxDepth { get; set; } = 32;

    /// <summary>The currency of a row that states none.</summary>
    /// <value>The default is <see cref="Currency.Rub"/>.</value>
    public Currency DefaultCurrency { get; set; } = Currency.Rub;

    /// <summary>The zone of 1C's wall clock, by its name in the IANA database; dates without an offset are read in it.</summary>
    /// <value>The default is <c>Europe/Moscow</c>.</value>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>Which sign the file gives to what the customer owes.</summary>
    /// <value>The default is <see cref="OneCAmountSign.DebtIsPositive"/>.</value>
    public OneCAmountSign AmountSign { get; set; }

    /// <summary>Whether the file counts in roubles or in kopecks.</summary>
    /// <value>The default is <see cref="OneCAmountUnit.Major"/>.</value>
    public OneCAmountUnit AmountUnit { get; set; }

    /// <summary>The keys of a row. A column of CSV has the whole key for its name, dots included: <c>payment_terms.type</c>.</summary>
    public OneCFieldOptions Fields { get; }

    /// <summary>Options that read a file as a client reads its publication: the same keys, currency, zone, sign and unit.</summary>
    /// <param name="client">The client's options; the keys are shared with it, not copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static OneCFileOptions Like(OneCOptions client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new OneCFileOptions(client.Fields)
        {
            MaxDepth = client.MaxDepth,
            DefaultCurrency = client.DefaultCurrency,
            TimeZone = client.TimeZone,
            AmountSign = client.AmountSign,
            AmountUnit = client.AmountUnit,
        };
    }
}
