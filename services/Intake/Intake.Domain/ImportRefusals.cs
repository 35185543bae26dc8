using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Every no of 批量导入. What a row lacks is said by <see cref="Form"/>, as for any registration.</summary>
public static class ImportRefusals
{
    public static readonly Refusal Empty = new("import.empty", "文件是空的。请选一个有内容的文件。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal TooLarge = new("import.too-large", "文件太大，一次最多128兆字节。请分成几个文件导入。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal Part = new("import.part", "这一段的长度不对，每段512KiB，最后一段不满。请重新上传。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal Incomplete = new("import.incomplete", "文件没有传完整，请接着传没有传到的段。", PetitionRegulations.Registration);

    public static readonly Refusal State = new("import.state", "这一批现在不能这样办。请刷新页面，看它走到哪一步。", PetitionRegulations.Registration);

    public static readonly Refusal Nothing = new("import.nothing", "没有一行可以登记。请按报告改好文件，再导入。", PetitionRegulations.Registration);

    public static readonly Refusal Exists = new("import.exists", "这个标识已经用过。请重新开始一批。", PetitionRegulations.Registration);

    public static readonly Refusal NotFound = new("import.not-found", "没有这一批导入。可能已经超过保存的天数。", Kind: RefusalKind.NotFound);
}
