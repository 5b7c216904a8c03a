// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QtTest/QTest>
#include <thread>

#include "base/thread_priority.h"

using namespace outlet;

namespace {

int niceOfThisThread()
{
    return getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
}

} // namespace

/// What the system says of a thread that lets others go first.
class TestThreadPriority : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheCallingThreadGivesWay()
    {
        const int before = niceOfThisThread();
        int after = -100;
        std::thread([&] {
            lowerPriorityOfThisThread();
            after = niceOfThisThread();
        }).join();
        QCOMPARE(after, qMax(before, 5));
        QCOMPARE(niceOfThisThread(), before);
    }

    void aThreadThatGivesWayMoreIsLeftAlone()
    {
        int after = -100;
        std::thread([&] {
            setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 15);
            lowerPriorityOfThisThread();
            after = niceOfThisThread();
        }).join();
        QVERIFY(after >= 15);
    }
};

QTEST_APPLESS_MAIN(TestThreadPriority)
#include "tst_thread_priority_linux.moc"
