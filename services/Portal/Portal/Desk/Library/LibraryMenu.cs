namespace Xinfang.Portal.Desk.Library;

/// <summary>资料、小测验、电子屏 in the navigation.</summary>
internal static class LibraryMenu
{
    public static readonly MenuGroup Group = new("普法资料", [new("资料库", "/desk/library"), new("待审", "/desk/library?state=Submitted"), new("待复审", "/desk/library?state=Checked"), new("写一篇", "/desk/library/new"), new("小测验", "/desk/quizzes"), new("电子屏", "/desk/screens")]);
}
