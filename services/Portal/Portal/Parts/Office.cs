namespace Xinfang.Portal.Parts;

/// <summary>What the office has published about itself (art. 18). Telephone, street and postcode are made up.</summary>
public static class Office
{
    /// <summary>天津市南开区信访办公室.</summary>
    public const string Name = "天津市南开区信访办公室";
    /// <summary>As printed.</summary>
    public const string Phone = "022-0000 0000";
    /// <summary>As dialled.</summary>
    public const string Dial = "tel:02200000000";
    /// <summary>The reception hall.</summary>
    public const string Hall = "南开区某某路1号 一楼接待大厅";
    /// <summary>When the telephone is answered.</summary>
    public const string PhoneHours = "工作日9:00至17:00";
    /// <summary>When the hall is open.</summary>
    public const string HallHours = "工作日9:00至11:30，14:00至17:00";
    /// <summary>Where letters go.</summary>
    public const string Letters = "南开区某某路1号 区信访办收，邮编300000";
    /// <summary>The version of the privacy page, kept with each petition.</summary>
    public const string PrivacyVersion = "2026-11";

    /// <summary>The end of a trace id: short enough to say on the telephone.</summary>
    public static string Code(string? traceId)
    {
        // Services say 00-<trace>-<span>-01, the Portal the trace alone.
        var trace = traceId?.Split('-') is [_, var id, _, _] ? id : traceId;
        return trace is { Length: >= 6 } ? trace[^6..] : "无";
    }
}
