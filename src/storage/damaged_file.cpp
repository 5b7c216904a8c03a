// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/damaged_file.h"

#include <QtCore/QFile>
#include <QtCore/QtEndian>

#include "base/logging.h"

namespace outlet {

/// SQLite opens no file that is shorter than its header says: fills a copy that was cut off up with
/// zeros, which read as broken pages (sqlite.org/fileformat.html: page size at 16, pages at 28).
static void fillUp(const QString &copy)
{
    constexpr qint64 largest = 1 << 30;
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray header = file.read(100);
    if (header.size() < 100)
        return;
    const qint64 written = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageBytes = written == 1 ? 65536 : written;
    const qint64 bytes = pageBytes * qFromBigEndian<quint32>(header.constData() + 28);
    if (bytes > file.size() && bytes <= largest && !file.resize(bytes))
        qCInfo(lcStorage) << "no room to salvage what was cut off:" << file.errorString();
}

DamagedFile::DamagedFile(const QString &path)
    : m_copy(path)
{
    SqlOutcome failure;
    if (m_copy.isWhole()) {
        fillUp(m_copy.path());
        failure = m_connection.openForReading(m_copy.path(), SqlConnection::Reading::Shared);
    } else {
        // Without its log, then, which leaves no trace either.
        failure = m_connection.openForReading(path, SqlConnection::Reading::Immutable);
    }
    if (failure)
        m_connection.close();
}

} // namespace outlet
