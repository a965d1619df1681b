using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Settlements.BillManager;

/// <summary>The mark by which the panel recognises a payment that is sent again (<c>randomnumber</c>).</summary>
public static class BillManagerRandomNumber
{
    /// <summary>Letters and digits in the mark, as the panel's own forms make it.</summary>
    public const int Length = 12;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The mark of a document's version: always the same for the same two, different for others (71 bits of SHA-256).</summary>
    /// <param name="documentId">The document's id in 1C.</param>
    /// <param name="version">The document's version.</param>
    public static string For(Guid documentId, long version)
    {
        Span<byte> key = stackalloc byte[24];
        documentId.TryWriteBytes(key, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(key[16..], version);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        var bits = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return string.Create(
            Length,
            bits,
            static (text, value) =>
            {
                for (var i = 0; i < text.Length; i++, value /= (uint)Alphabet.Length)
                    text[i] = Alphabet[(int)(value % (uint)Alphabet.Length)];
            }
        );
    }
}
