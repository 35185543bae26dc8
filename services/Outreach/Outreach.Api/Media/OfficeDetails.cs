namespace Xinfang.Outreach.Api.Media;

/// <summary>What the office has published about itself (art. 18), as printed. Telephone and street are made up.</summary>
internal static class OfficeDetails
{
    public const string Site = "南开信访", Name = "天津市南开区信访办公室", Phone = "022-0000 0000", PhoneHours = "工作日9:00至17:00", Hall = "南开区某某路1号 一楼接待大厅",
        HallHours = "工作日9:00至11:30，14:00至17:00", Free = "信访不收费，谁收费请举报谁。";
}
