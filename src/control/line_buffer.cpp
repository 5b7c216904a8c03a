// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/line_buffer.h"

namespace outlet {

void LineBuffer::append(const QByteArray &bytes)
{
    if (m_overflown)
        return;
    if (m_start > 0) {
        m_bytes.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
    }
    m_bytes += bytes;
}

std::optional<QByteArray> LineBuffer::takeLine()
{
    if (m_overflown)
        return std::nullopt;
    const qsizetype end = m_bytes.indexOf('\n', m_scanned);
    const qsizetype length = (end < 0 ? m_bytes.size() : end) - m_start;
    if (length > m_maxLine) {
        m_overflown = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (end < 0) {
        m_scanned = m_bytes.size();
        return std::nullopt;
    }
    QByteArray line = m_bytes.mid(m_start, length);
    if (line.endsWith('\r'))
        line.chop(1);
    m_start = end + 1;
    m_scanned = m_start;
    return line;
}

} // namespace outlet
