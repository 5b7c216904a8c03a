// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "daemon_process.h"
#include "thread_turn_linux.h"

using namespace outlet::test;

/// Which of outletd's threads waits least for the processor.
class TestDaemonTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhoAnswersHasShortTurns();
};

void TestDaemonTurns::onlyWhoAnswersHasShortTurns()
{
    const std::uint64_t ordinary = turnOf(0);
    if (ordinary == 0)
        QSKIP("This kernel has no turns to choose (Linux 6.12 and later do).");
    QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start(), daemon.err().constData());
    const auto main = static_cast<pid_t>(daemon.pid());
    QVERIFY(turnOf(main) < ordinary);
    const QStringList threads = QDir(QStringLiteral("/proc/%1/task").arg(main))
                                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(threads.size() >= 3); // storage and history have theirs
    for (const QString &thread : threads) {
        if (thread.toInt() != main)
            QCOMPARE(turnOf(thread.toInt()), ordinary);
    }
    QCOMPARE(daemon.stop(), 0);
}

QTEST_GUILESS_MAIN(TestDaemonTurns)
#include "tst_daemon_turns_linux.moc"
