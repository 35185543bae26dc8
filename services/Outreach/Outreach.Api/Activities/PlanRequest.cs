using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Campaigns;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.Outreach.Api.Duties;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>An activity as a person plans it.</summary>
internal sealed record PlanRequest(
    [property: Required(ErrorMessage = "请写活动名称。"), StringLength(100, ErrorMessage = "最多100个字。")] string Title,
    [property: Required(ErrorMessage = "请选街道。"), StringLength(20, ErrorMessage = "没有这个街道。")] string Street,
    [property: Required(ErrorMessage = "请写社区。"), StringLength(50, ErrorMessage = "最多50个字。")] string Community,
    [property: Required(ErrorMessage = "请写地点。"), StringLength(100, ErrorMessage = "最多100个字。")] string Place,
    DateOnly On,
    [property: NoNulls, MinLength(1, ErrorMessage = "至少选一种形式。"), MaxLength(15, ErrorMessage = "形式太多。")] IReadOnlyList<string> Forms,
    [property: NoNulls, MinLength(1, ErrorMessage = "至少选一种对象。"), MaxLength(9, ErrorMessage = "对象太多。")] IReadOnlyList<string> Audiences,
    [property: NoNulls, MaxLength(20, ErrorMessage = "最多20人。")] IReadOnlyList<string>? Staff = null,
    [property: RegularExpression("^[0-9]{4,6}$", ErrorMessage = "没有这个内容分类。")] string? Topic = null,
    Guid? CampaignId = null, Guid? DutyItemId = null)
{
    [JsonIgnore]
    public ActivityPlan Plan => new(Title, CampaignId, DutyItemId, Topic, Forms, Street, Community, Place, On, Audiences, Staff ?? []);

    /// <summary>What the attributes cannot see: codes of tables, and whether what it belongs to is there.</summary>
    public async Task<ProblemHttpResult?> WrongAsync(OutreachDb db, CancellationToken ct)
    {
        var errors = new Dictionary<string, string[]>();
        if (!Organs.Streets.Any(street => street.Code == Street)) errors["street"] = ["没有这个街道，请从名单里选。"];
        if (!Forms.All(Catalogue.Forms.Knows)) errors["forms"] = ["没有这种形式，请从名单里选。"];
        if (!Audiences.All(Catalogue.Audiences.Knows)) errors["audiences"] = ["没有这种对象，请从名单里选。"];
        if (Staff?.Any(account => account.Length is 0 or > 50) is true) errors["staff"] = ["请写工作人员的账号。"];
        if (!Years.Known(On.Year)) errors["on"] = ["日期不对。"];
        if (CampaignId is { } campaign && !await db.Set<Campaign>().AnyAsync(each => each.Id == campaign && each.Status == CampaignStatus.Open, ct)) errors["campaignId"] = ["没有这个宣传活动，或者已经结束。"];
        if (DutyItemId is { } duty && !await db.Set<DutyItem>().AnyAsync(each => each.Id == duty && each.Status != DutyStatus.Dropped, ct)) errors["dutyItemId"] = ["清单里没有这一项。"];
        return errors.Count > 0 ? Problems.Invalid(errors) : null;
    }
}
