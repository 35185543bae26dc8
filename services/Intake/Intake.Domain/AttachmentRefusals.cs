using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Every no to a file that somebody wants to hand in (art. 19: what a petition consists of).</summary>
public static class AttachmentRefusals
{
    private const long Megabyte = 1024 * 1024;

    public static readonly Refusal IdOfAnotherKind = new("attachment.id", "上传要用第7版的标识（UUIDv7）。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal KeyMissing = new("attachment.key", "上传要带表格的编号（X-Upload-Key），22到64个字母或者数字。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal Empty = new("attachment.empty", "这个文件是空的。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal Broken = new("attachment.broken", "这个文件不完整，打不开。请重新拍照或者重新保存以后再传。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal TypeUnknown = new("attachment.type", "不收这种文件。可以交照片、PDF、Word文件、录音、视频；程序和网页不收。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal PhoneFormat = new("attachment.heic", "这是HEIC格式的照片，别人可能打不开。请在手机设置里改成“兼容性最佳”（JPEG）再拍，或者把照片截屏以后再传。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal Taken = new("attachment.exists", "这个标识已经用在另一个文件上。", PetitionRegulations.Form);

    public static readonly Refusal Gone = new("attachment.gone", "有附件找不到了：可能已经删掉，或者放得太久。请重新传。", PetitionRegulations.Form);

    public static readonly Refusal Full = new("attachment.full", "现在传的人太多，暂时收不下。请过一会儿再传，或者寄来、送来。", PetitionRegulations.Form);

    public static readonly Refusal HeldBack = new("attachment.held-back", "这个文件没有通过安全检查，暂时不能打开。", PetitionRegulations.Form);

    public static Refusal TooLarge(long bytes) => new("attachment.too-large", $"一个文件最大{Megabytes(bytes)}MB。请拍小一点，或者分成几个文件。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static Refusal TooMany(int files) => new("attachment.too-many", $"一次最多交{files}个文件。", PetitionRegulations.Form);

    public static Refusal TooMuch(long bytes) => new("attachment.too-much", $"一次交的文件加起来最大{Megabytes(bytes)}MB。", PetitionRegulations.Form);

    public static Refusal PetitionFull(long bytes) => new("attachment.petition-full", $"这件事的附件加起来已经有{Megabytes(bytes)}MB，网上不再收。请寄来，或者交给经办人。", PetitionRegulations.Form);

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString(CultureInfo.InvariantCulture);
}
