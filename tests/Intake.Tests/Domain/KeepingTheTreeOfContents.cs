using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Tests.Domain;

public class KeepingTheTreeOfContents
{
    private static readonly ContentTree Tree = new([new("030100", "物业服务"), new("030101", "电梯"), new("030200", "供热", Retired: true)]);

    [Fact]
    public void It_begins_with_the_seventeen_names_in_general_use()
    {
        Assert.Equal(17, ContentTree.General.All.Count);
        Assert.All(ContentTree.General.All, line => Assert.True(line.Level == 1 && ContentTree.General.IsOpen(line.Code)));
    }

    [Fact]
    public void A_line_is_named_with_those_above_it() => Assert.Equal("城乡建设·物业服务·电梯", Tree.NameOf("030101"));

    [Fact]
    public void The_next_free_code_is_given_and_never_twice()
    {
        Assert.Equal("030300", Given.Done(Tree.Add("030000", "停车")).Code); // 030200 is retired and stays taken
        Assert.Equal("030102", Given.Done(Tree.Add("030100", "消防通道")).Code);
        Assert.Equal("040100", Given.Done(Tree.Add("040000", "欠薪")).Code);
    }

    [Theory]
    [InlineData("030101", "再下一级", "content.too-deep")]
    [InlineData("039900", "没有上级", "content.unknown")]
    [InlineData("030200", "停用的下面", "content.parent-retired")]
    [InlineData("030000", "物业服务", "content.same-name")]
    [InlineData("030000", "短", "content.name")]
    public void What_does_not_fit_is_refused(string parent, string name, string code) => Assert.Equal(code, Given.No(Tree.Add(parent, name)).Code);

    [Fact]
    public void A_line_is_retired_from_below_and_taken_back_from_above()
    {
        Assert.Equal("content.children", Given.No(Tree.Change("030100", null, true)).Code);
        Assert.True(Given.Done(Tree.Change("030101", null, true)).Retired);
        Assert.False(Given.Done(Tree.Change("030200", null, false)).Retired);
        Assert.Equal("content.needed", Given.No(Tree.Change("990000", null, true)).Code);
        Assert.Equal("content.unchanged", Given.No(Tree.Change("030101", "电梯", false)).Code);
        Assert.False(Tree.IsOpen("030200"));
    }

    [Fact]
    public void A_petition_is_classified_under_what_is_in_use()
    {
        Assert.Equal("030101", Given.Done(Given.Registered().Classify(Category.Redress, "030101", false, "clerk", Given.On(2026, 3, 3), Tree)).ContentCode);
        Assert.Equal("petition.unknown-content", Given.No(Given.Registered().Classify(Category.Redress, "030200", false, "clerk", Given.On(2026, 3, 3), Tree)).Code);
    }
}
