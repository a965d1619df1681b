namespace Settlements.Credit;

/// <summary>What a limit of exactly zero says; systems disagree.</summary>
public enum ZeroLimitMeaning
{
    /// <summary>Nothing may be sold on credit.</summary>
    NoCredit,

    /// <summary>There is no limit.</summary>
    NoLimit,
}
