namespace Xinfang.Intake.Domain;

/// <summary>The words people read for the names in code, of notices.</summary>
public static class NoticeWords
{
    public static string Of(NoticeWay way) => way switch
    {
        NoticeWay.Portal => "网上查看",
        NoticeWay.Sms => "短信",
        _ => "邮寄",
    };

    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Waiting => "待发",
        NoticeState.Printed => "已打印，待寄",
        NoticeState.Sent => "已发",
        NoticeState.Failed => "没发出去",
        _ => "已人工处理",
    };

    public static string Of(NoticeFailure failure) => failure switch
    {
        NoticeFailure.NoMobile => "没有能收短信的手机号",
        NoticeFailure.Rejected => "短信通道不收这个号码",
        NoticeFailure.Unavailable => "短信通道连不上，试了几次都没有成功",
        NoticeFailure.Unreadable => "存的收件人打不开",
        _ => "信退回来了",
    };

    public static string Of(NoticeResolution resolution) => resolution switch
    {
        NoticeResolution.ByPhone => "电话告诉了",
        NoticeResolution.InPerson => "当面告诉了",
        _ => "没有联系上",
    };
}
