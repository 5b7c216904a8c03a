// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage_session.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStorageInfo>
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "storage/sql_connection.h"

namespace outlet::test {

StorageSession::StorageSession(const QString &dataDir, StorageHooks hooks)
    : m_storage(std::make_unique<Storage>(dataDir, std::move(hooks)))
{
    QObject::connect(m_storage.get(), &Storage::opened, m_storage.get(),
                     [this](const StoredState &state) {
                         m_state = state;
                         m_isOpened = true;
                     });
    m_storage->open();
    (void)QTest::qWaitFor([this] { return m_isOpened; }, 10000);
}

bool StorageSession::waitWritten()
{
    QSignalSpy written(m_storage.get(), &Storage::written);
    return written.wait(10000);
}

bool StorageSession::waitProblem(StorageProblem::Kind kind)
{
    return QTest::qWaitFor([this, kind] { return problem() == kind; }, 10000);
}

OutletRecord fullRecord(int number)
{
    OutletRecord record;
    record.id = QStringLiteral("0a000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
    record.decision = number % 2 == 0 ? Decision::Known : Decision::Ignored;
    record.name = QStringLiteral("Gefrierschrank ❄ %1; DROP TABLE 'outlet'").arg(number);
    record.room = QStringLiteral("Küche");
    record.icon = QStringLiteral("freezer");
    record.modelKey = QStringLiteral("ESW01-USA");
    record.rating = protocol::Rating{7, 120};
    record.position = number + 3;
    record.chartColor = 1 + number % 8;
    record.keepOn = true;
    record.standbyBelowWatts = 2.5;
    record.warnAboveWatts = 1200.25;
    record.countdown = Countdown{1763467200123 + number, true};
    record.firmware = QStringLiteral("2.123");
    record.address = QStringLiteral("192.168.1.%1").arg(number % 250);
    record.encrypted = number % 2 == 1;
    record.firstSeenUtcMs = 1763000000001;
    record.lastSeenUtcMs = 1763400000002;
    record.decidedUtcMs = 1763100000003;
    return record;
}

OutletRecord namedRecord(const QString &id, const QString &name)
{
    OutletRecord record;
    record.id = id;
    record.name = name;
    record.decision = Decision::Known;
    return record;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool setContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(bytes) == bytes.size() && file.flush();
}

QString runSql(const QString &path, const QStringList &statements)
{
    SqlConnection connection;
    if (const SqlOutcome failure = connection.openForWriting(path))
        return failure->text;
    for (const QString &statement : statements) {
        if (const SqlOutcome failure = connection.run(statement))
            return failure->text;
    }
    return {};
}

QVariant sqlValue(const QString &path, const QString &sql)
{
    SqlConnection connection;
    if (connection.openForWriting(path))
        return {};
    const auto value = connection.value(sql);
    return value ? *value : QVariant();
}

SmallDisk::SmallDisk()
{
    QProcess mount;
    mount.start(QStringLiteral("mount"),
                {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                 QStringLiteral("size=512k,mode=0700"), QStringLiteral("outlet-test"), path()});
    m_isMounted = mount.waitForFinished() && mount.exitStatus() == QProcess::NormalExit &&
                  mount.exitCode() == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        QProcess::execute(QStringLiteral("umount"), {path()});
}

bool SmallDisk::setReadOnly(bool readOnly)
{
    const QString mode =
        readOnly ? QStringLiteral("remount,ro") : QStringLiteral("remount,rw,size=512k");
    return QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-o"), mode, path()}) == 0;
}

bool SmallDisk::fill()
{
    QFile filler(m_folder.filePath(QStringLiteral("filler")));
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    const QByteArray page(4096, 'x');
    while (filler.write(page) == page.size()) {
    }
    return QStorageInfo(path()).bytesAvailable() == 0;
}

void SmallDisk::makeRoom()
{
    QFile::remove(m_folder.filePath(QStringLiteral("filler")));
}

} // namespace outlet::test
