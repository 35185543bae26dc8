using System.Globalization;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Screens;

/// <summary>The form of an interrupt.</summary>
internal static class Interrupts
{
    /// <summary>What is sent; what is wrong is said at its field.</summary>
    public static object Read(FormState form, Guid? screen)
    {
        var (title, words) = (form.Need("title", "请填写标题，至少2个字", 2, 16), form.Need("words", "请填写内容，至少4个字", 4, 60));
        if (!int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > 4320) form.Refuse("minutes", "请写1到4320的整数");
        return new { title, words, minutes, screenId = screen };
    }
}
