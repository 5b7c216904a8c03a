// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <cerrno>
#include <cstddef>
#include <functional>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

#include "base/short_turns.h"
#include "thread_turn_linux.h"

using outlet::askForShortTurns;
using outlet::test::turnOf;

namespace {

/// Runs \a work in a thread of its own, whose turns end with it.
void inThread(const std::function<void()> &work)
{
    std::thread(work).join();
}

/// Refuses sched_setattr() to this thread as a service manager's filter does.
bool refuseScheduling()
{
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_sched_setattr, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(std::size(filter)), filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

class TestShortTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        if (turnOf(0) == 0)
            QSKIP("This kernel has no turns to choose (Linux 6.12 and later do).");
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }

    void isShort()
    {
        inThread([] {
            askForShortTurns();
            QCOMPARE(turnOf(0), 200'000U);
            askForShortTurns(); // as a second start of the engine in one process might
            QCOMPARE(turnOf(0), 200'000U);
        });
    }

    void laterThreadsAreOrdinary()
    {
        const std::uint64_t ordinary = turnOf(0);
        QVERIFY(ordinary != 200'000U);
        inThread([ordinary] {
            askForShortTurns();
            inThread([ordinary] { QCOMPARE(turnOf(0), ordinary); });
            QCOMPARE(turnOf(0), 200'000U);
        });
        QCOMPARE(turnOf(0), ordinary);
    }

    void refusalIsHarmless()
    {
        const std::uint64_t ordinary = turnOf(0);
        bool isRefused = false;
        inThread([ordinary, &isRefused] {
            isRefused = refuseScheduling();
            askForShortTurns();
            if (isRefused)
                QCOMPARE(turnOf(0), ordinary);
        });
        if (!isRefused)
            QSKIP("This kernel has no filter for system calls.");
    }
};

QTEST_APPLESS_MAIN(TestShortTurns)
#include "tst_short_turns_linux.moc"
