using System.Diagnostics.CodeAnalysis;

namespace Xinfang.Law;

/// <summary>A provision of a legal instrument, cited wherever the system refuses an act or sets a date.</summary>
/// <param name="Instrument">Title without 《》: 信访工作条例.</param>
/// <param name="Number">条.</param>
/// <param name="Clause">款, where the article has several and one is meant.</param>
/// <param name="Item">项, written （一） in the text.</param>
public sealed record Article(string Instrument, int Number, int? Clause = null, int? Item = null)
{
    /// <summary>The citation in full: 《信访工作条例》第二十三条第三款.</summary>
    public override string ToString() => $"《{Instrument}》{Provision}";

    /// <summary>The citation where the Regulation has been named before: 《条例》第二十三条第三款. Other instruments stay in full.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The short citation of lawyers, not a number type.")]
    public string Short => Instrument == PetitionRegulations.Title ? $"《条例》{Provision}" : ToString();

    /// <summary>The place in the instrument alone: 第三十一条第（六）项.</summary>
    public string Provision =>
        $"第{ChineseNumerals.Of(Number)}条"
        + (Clause is { } clause ? $"第{ChineseNumerals.Of(clause)}款" : "")
        + (Item is { } item ? $"第（{ChineseNumerals.Of(item)}）项" : "");
}
