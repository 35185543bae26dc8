using System.Text.Json;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>
/// An Excel file keeps its texts apart from its cells, all of them in one list. A hundred thousand petitions do not fit into memory, so the list is
/// laid down encrypted in blocks and looked up again; as Excel writes texts in the order of the cells, the block wanted is nearly always at hand.
/// </summary>
internal sealed class ExcelTexts(NpgsqlDataSource database, PersonalData people, Guid import)
{
    private const int BlockTexts = 512, BlockSigns = 128 * 1024, BlocksAtHand = 24;
    private const int KindOffset = 1 << 24; // parts and texts of one file never share a context

    private readonly List<int> _starts = [];
    private readonly List<string> _block = [];
    private readonly Dictionary<int, List<string>> _atHand = [];
    private readonly LinkedList<int> _lately = [];
    private int _signs, _count;

    public void Add(string text)
    {
        if (_block.Count == 0) _starts.Add(_count);
        _block.Add(text);
        _count++;
        _signs += text.Length;
        if (_block.Count == BlockTexts || _signs >= BlockSigns) Flush();
    }

    /// <summary>Everything has been added.</summary>
    public void Flush()
    {
        if (_block.Count == 0) return;
        var number = _starts.Count;
        using var command = database.CreateCommand(
            "insert into import_block (import_id, kind, number, content) values ($1, $2, $3, $4) on conflict (import_id, kind, number) do update set content = excluded.content");
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = ImportBlock.Texts });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(_block, MessageTypes.Json), ImportIds.Of(import, KindOffset + number)) });
        command.ExecuteNonQuery();
        _block.Clear();
        _signs = 0;
    }

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= _count) throw new UnreadableFileException("这个Excel文件不完整，请用Excel打开、另存一次再传。");
            var found = _starts.BinarySearch(index);
            var block = found >= 0 ? found : ~found - 1;
            return At(block)[index - _starts[block]];
        }
    }

    private List<string> At(int block)
    {
        if (_atHand.TryGetValue(block, out var texts))
        {
            if (_lately.First!.Value == block) return texts;
            _lately.Remove(block);
            _lately.AddFirst(block);
            return texts;
        }
        if (_atHand.Count == BlocksAtHand)
        {
            _atHand.Remove(_lately.Last!.Value);
            _lately.RemoveLast();
        }
        texts = Load(block + 1);
        _atHand[block] = texts;
        _lately.AddFirst(block);
        return texts;
    }

    private List<string> Load(int number)
    {
        using var command = database.CreateCommand("select content from import_block where import_id = $1 and kind = $2 and number = $3");
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = ImportBlock.Texts });
        command.Parameters.Add(new() { Value = number });
        var content = command.ExecuteScalar() as byte[] ?? throw new UnreadableFileException("文件缺一段，请重新上传。");
        return JsonSerializer.Deserialize<List<string>>(people.DecryptBytes(content, ImportIds.Of(import, KindOffset + number)), MessageTypes.Json) ?? [];
    }
}
