// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

namespace outlet {

/// Writes whole numbers in as few bytes as they need: seven bits a byte, the lowest first.
class PackedWriter
{
public:
    void putByte(quint8 byte) { m_bytes.append(static_cast<char>(byte)); }
    void putUnsigned(quint64 value)
    {
        while (value >= 0x80) {
            putByte(static_cast<quint8>(value | 0x80));
            value >>= 7;
        }
        putByte(static_cast<quint8>(value));
    }
    /// Small numbers of either sign take few bytes.
    void putSigned(qint64 value) { putUnsigned(zigzag(value)); }
    [[nodiscard]] static quint64 zigzag(qint64 value)
    {
        return (static_cast<quint64>(value) << 1) ^ (value < 0 ? ~quint64(0) : 0);
    }
    /// A run of bytes, its length first.
    void putBytes(QByteArrayView bytes)
    {
        putUnsigned(static_cast<quint64>(bytes.size()));
        m_bytes.append(bytes);
    }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what PackedWriter wrote, and survives anything else: after the first number that is cut
/// off or too long, failed() is true and every further number is 0.
class PackedReader
{
public:
    explicit PackedReader(QByteArrayView bytes)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {
    }

    [[nodiscard]] quint8 byte() { return m_at < m_end ? *m_at++ : fail(); }
    [[nodiscard]] quint64 takeUnsigned()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                return fail();
            const quint8 next = *m_at++;
            value |= static_cast<quint64>(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        return fail();
    }
    [[nodiscard]] qint64 takeSigned() { return unzigzag(takeUnsigned()); }
    [[nodiscard]] static qint64 unzigzag(quint64 value)
    {
        return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
    }
    /// A count of things that take at least one byte each; what the rest can't hold is a failure.
    [[nodiscard]] qsizetype takeCount()
    {
        const quint64 count = takeUnsigned();
        if (count > static_cast<quint64>(m_end - m_at))
            return static_cast<qsizetype>(fail());
        return static_cast<qsizetype>(count);
    }

    /// What putBytes() wrote; a look at the bytes that are read.
    [[nodiscard]] QByteArrayView takeBytes()
    {
        const qsizetype size = takeCount();
        const QByteArrayView bytes(reinterpret_cast<const char *>(m_at), size);
        m_at += size;
        return bytes;
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

private:
    quint8 fail()
    {
        m_failed = true;
        m_at = m_end;
        return 0;
    }

    const quint8 *m_at;
    const quint8 *m_end;
    bool m_failed = false;
};

/// Sums that hostile bytes can't overflow into undefined behaviour.
[[nodiscard]] inline qint64 wrappingAdd(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

} // namespace outlet
