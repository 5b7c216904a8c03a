// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <optional>

namespace outlet {

/// Cuts a stream of bytes into lines, holding at most one unfinished line of bounded length.
class LineBuffer
{
public:
    /// \a maxLine is the longest line in bytes, without its end.
    explicit LineBuffer(qsizetype maxLine)
        : m_maxLine(maxLine)
    {
    }

    /// Adds received bytes.
    void append(const QByteArray &bytes);
    /// The next whole line without "\n" or "\r\n"; empty when there is none.
    [[nodiscard]] std::optional<QByteArray> takeLine();
    /// True once a line was longer than allowed: the stream can't be followed any further.
    [[nodiscard]] bool isOverflown() const { return m_overflown; }

private:
    qsizetype m_maxLine;
    QByteArray m_bytes;
    qsizetype m_start = 0;   ///< where the next line begins
    qsizetype m_scanned = 0; ///< no line end before this
    bool m_overflown = false;
};

} // namespace outlet
