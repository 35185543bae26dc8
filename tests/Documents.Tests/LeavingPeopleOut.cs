using Xinfang.Documents.Checks;

namespace Xinfang.Documents.Tests;

/// <summary>What everybody may read names nobody.</summary>
public class LeavingPeopleOut
{
    [Theory]
    [InlineData("请拨打13000000001联系。", "手机号")]
    [InlineData("请拨打130 0000 0001联系。", "手机号")]
    [InlineData("电话022-0000 0014。", "电话号码")]
    [InlineData("证件120104190001010000。", "身份证号")]
    [InlineData("卡号6222000000000000000。", "银行卡号")]
    [InlineData("编号120104-20260302-0001。", "信访编号")]
    [InlineData("写信到shili@example.org。", "电子邮箱")]
    [InlineData("住在12号楼3单元501室。", "门牌住址")]
    [InlineData("住在3-2-501。", "门牌住址")]
    [InlineData("示例路12号漏水。", "门牌住址")]
    [InlineData("信访人王小明反映，楼道漏水。", "人名")]
    [InlineData("邻居李强，一直不配合。", "人名")]
    public void Finds_what_points_at_a_person(string text, string what)
    {
        Assert.Contains(what, Anonymity.Find(text));
        Assert.Empty(Anonymity.Find(Anonymity.Mask(text)));
    }

    [Theory]
    [InlineData("信访人反映，示例小区的排水管道返水，物业和产权单位都说不归自己管。")]
    [InlineData("依照《物业管理条例》第五十二条，共用管道由产权单位维修；2026年4月20日已经修好，花了12000元。")]
    [InlineData("申请人张某、邻居李先生同意协商。地铁3号线施工，津政办发〔2026〕12号。")]
    public void Leaves_what_names_nobody(string text)
    {
        Assert.Empty(Anonymity.Find(text));
        Assert.Equal(text, Anonymity.Mask(text));
    }
}
