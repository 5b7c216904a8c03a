// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "kill_protocol.h"
#include "storage/storage.h"

using namespace outlet;
using namespace outlet::test;

/// What a process said it had saved, and when.
struct Saved
{
    int change = 0;
    qint64 utcMs = 0;
};

class TestStorageKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasSavedASecondBefore();
    void keepsWhatWasWritten();

private:
    static void start(QProcess &child, const QString &folder, int first, const QString &mode);
    static QList<Saved> takeSaved(QProcess &child);
    static std::optional<StoredState> reopen(const QString &folder);
};

void TestStorageKill::start(QProcess &child, const QString &folder, int first, const QString &mode)
{
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(OUTLET_STORAGE_KILL_CHILD), {folder, QString::number(first), mode});
}

QList<Saved> TestStorageKill::takeSaved(QProcess &child)
{
    QList<Saved> saved;
    while (child.canReadLine()) {
        const QList<QByteArray> words = child.readLine().trimmed().split(' ');
        if (words.size() == 3 && words.at(0) == "saved")
            saved += Saved{words.at(1).toInt(), words.at(2).toLongLong()};
    }
    return saved;
}

std::optional<StoredState> TestStorageKill::reopen(const QString &folder)
{
    Storage storage(folder);
    QSignalSpy opened(&storage, &Storage::opened);
    storage.open();
    if (!opened.wait(10000) || storage.problem().kind != StorageProblem::Kind::None)
        return std::nullopt;
    return opened.at(0).at(0).value<StoredState>();
}

void TestStorageKill::keepsWhatWasSavedASecondBefore()
{
    const QTemporaryDir folder;
    int first = 1;
    // Different moments, so that different things are under way when the end comes.
    for (const int lifeMs : {1300, 1437, 1591, 2043}) {
        QProcess child;
        start(child, folder.path(), first, QStringLiteral("forever"));
        QList<Saved> saved;
        const bool lived = QTest::qWaitFor(
            [&] {
                saved += takeSaved(child);
                return !saved.isEmpty() &&
                       saved.constLast().utcMs - saved.constFirst().utcMs >= lifeMs;
            },
            30000);
        const qint64 killedUtcMs = QDateTime::currentMSecsSinceEpoch();
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY(lived);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        saved += takeSaved(child);

        const std::optional<StoredState> state = reopen(folder.path());
        QVERIFY(state);
        QHash<QString, int> remembered;
        for (const OutletRecord &record : state->outlets) {
            remembered.insert(record.id, record.name.toInt());
            const bool isEven = record.name.toInt() % 2 == 0;
            QCOMPARE(record.decision, isEven ? Decision::Known : Decision::Ignored);
        }
        const int lastChange = state->settings.value(killSettingKey()).toInt();
        int mustBeThere = 0;
        for (const Saved &one : saved) {
            if (one.utcMs >= killedUtcMs - 1000)
                continue;
            ++mustBeThere;
            // A later change of the same outlet may stand in its place.
            QVERIFY2(remembered.value(killOutletId(one.change)) >= one.change,
                     qPrintable(QString::number(one.change)));
            QVERIFY(lastChange >= one.change);
        }
        QVERIFY(mustBeThere >= kKillOutlets);
        QVERIFY(lastChange <= saved.constLast().change + 1); // and nothing that never was saved
        for (const Saved &one : saved) {
            if (one.change == lastChange)
                qInfo() << "lost: the last" << killedUtcMs - one.utcMs << "ms";
        }
        first = saved.constLast().change + 2;
    }
}

void TestStorageKill::keepsWhatWasWritten()
{
    const QTemporaryDir folder;
    for (int change = 1; change <= 5; ++change) {
        QProcess child;
        start(child, folder.path(), change, QStringLiteral("once"));
        QByteArray output;
        const bool isWritten = QTest::qWaitFor(
            [&] {
                output += child.readAll();
                return output.contains("written");
            },
            10000);
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY(isWritten);
        const std::optional<StoredState> state = reopen(folder.path());
        QVERIFY(state);
        QCOMPARE(state->outlets.size(), change);
        QCOMPARE(state->settings.value(killSettingKey()).toInt(), change);
    }
}

QTEST_GUILESS_MAIN(TestStorageKill)
#include "tst_storage_kill.moc"
