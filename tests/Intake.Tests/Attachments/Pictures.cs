using System.Buffers.Binary;
using System.Text;

namespace Xinfang.Intake.Tests.Attachments;

/// <summary>Pictures of four by three dots as a browser draws them, and the same with what a phone adds: where, when, with what, by whom.</summary>
internal static class Pictures
{
    /// <summary>What the phone adds; nothing of it may be left.</summary>
    public const string Place = "GPS39N06E117", Owner = "ZhangShiyan-Phone";

    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQ" +
        "AAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB" +
        "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi" +
        "AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM" +
        "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gX" +
        "z/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAADAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/" +
        "xAAZEAEAAgMAAAAAAAAAAAAAAAAAAgQzgbH/xAAVAQEBAAAAAAAAAAAAAAAAAAABBv/EABoRAAAHAAAAAAAAAAAAAAAAAAABAgQzcbH/2gAMAwEAAhEDEQA/AJyznlrgCoawIosA5mXZ6P/Z");

    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAHklEQVR4AWSIwQkAAAiE5Pbf2Qh6dYIIRnC9GB41BgAA///07VGPAAAABklEQVQDAE++B//YlolVAAAAAElFTkSuQmCC");

    public static readonly byte[] Webp = Convert.FromBase64String(
        "UklGRjICAABXRUJQVlA4WAoAAAAgAAAAAwAAAgAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQ" +
        "AAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB" +
        "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi" +
        "AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM" +
        "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggRAAAAPACAJ0BKgQAAwADgFolqAJ0cgCqAP4BlAH6AAt2suogAP7vld6M9/5cnx3bcH//OA/8m+O7bg/mWuiXAo" +
        "380TyNZSAA");

    /// <summary>Lying on its side (6), and saying everything.</summary>
    public static byte[] JpegOfAPhone() =>
    [
        .. Jpeg.AsSpan(0, 20), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(6)]), .. Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x>{Place}{Owner}</x>")),
        .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop 3.0\0{Owner}")), .. Segment(0xFE, Encoding.ASCII.GetBytes(Owner)), .. Jpeg.AsSpan(20),
        .. Encoding.ASCII.GetBytes($"a film behind the end, {Place}"),
    ];

    /// <summary>What is left of it: which way is up.</summary>
    public static byte[] JpegTurned() => [.. Jpeg.AsSpan(0, 20), .. Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]), .. Jpeg.AsSpan(20)];

    public static byte[] PngOfAPhone() =>
        [.. Png.AsSpan(0, 33), .. Chunk("eXIf", Exif(1)), .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Author\0{Owner}")), .. Chunk("tIME", [7, 234, 3, 2, 8, 0, 0]), .. Png.AsSpan(33), .. Encoding.ASCII.GetBytes(Place)];

    public static byte[] WebpOfAPhone()
    {
        byte[] exif = Exif(1), xmp = Encoding.ASCII.GetBytes($"<x>{Place}{Owner}</x>_");
        byte[] all = [.. Webp, .. "EXIF"u8, .. Little(exif.Length), .. exif, .. "XMP "u8, .. Little(xmp.Length), .. xmp];
        Little(all.Length - 8).CopyTo(all, 4);
        all[20] |= 0x0C; // the header says that they are there
        return all;
    }

    /// <summary>A film as phones make it: the place stands in moov/udta and in moov/meta.</summary>
    public static byte[] FilmOfAPhone() => [.. Film(Box("udta", Box("\u00a9xyz", Encoding.ASCII.GetBytes(Place))), Box("meta", Encoding.ASCII.GetBytes(Owner + Place)))];

    public static byte[] FilmWithout() =>
        [.. Film(Box("free", new byte[8 + Place.Length]), Box("free", new byte[Owner.Length + Place.Length]))];

    private static byte[] Film(params byte[][] more) =>
        [.. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]), .. Box("moov", [.. Box("mvhd", new byte[100]), .. Box("trak", Box("tkhd", new byte[84])), .. more.SelectMany(box => box)]), .. Box("mdat", [.. Enumerable.Range(0, 3000).Select(i => (byte)i)])];

    private static byte[] Box(string type, byte[] content) => [.. Big(8 + content.Length), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] Exif(ushort orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes($"{Place}{Owner}.")];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Big(content.Length), .. named, 0, 0, 0, 0];
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
