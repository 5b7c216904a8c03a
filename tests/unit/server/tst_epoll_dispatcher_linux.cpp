// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <sys/socket.h>
#include <unistd.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QSocketNotifier>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <memory>

#include "server/epoll_dispatcher_linux.h"
#include "server/socket_dispatcher.h"

using namespace outlet;

namespace {

/// Two connected sockets; what is written to one can be read from the other.
struct Pair
{
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, fd) != 0)
            qFatal("no socket pair");
    }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pair)
    void closeEnd(int end)
    {
        if (fd[end] >= 0)
            ::close(fd[end]);
        fd[end] = -1;
    }
    void say() const { QCOMPARE(::write(fd[1], "x", 1), 1); }
    void hear() const
    {
        char c = 0;
        QCOMPARE(::read(fd[0], &c, 1), 1);
    }

    int fd[2] = {-1, -1};
};

} // namespace

class EpollDispatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isInstalled();
    void socketNewsArrives();
    void disabledNotifierIsSilent();
    void writeNotifierFiresWhileEnabled();
    void closedPeerIsReadable();
    void brokenSocketOfNobodyDoesNotSpin();
    void notifierMayGoWhileNewsIsDelivered();
    void descriptorGivenOutAgainIsAnother();
    void timersFireInOrder();
    void repeatingTimerRepeats();
    void timerMayStopItselfAndOthers();
    void timerDoesNotFireWithinItself();
    void remainingTimeIsKnown();
    void postedEventWakes();
    void anotherThreadWakes();
    void socketsCanBeLeftOut();
};

void EpollDispatcherTest::isInstalled()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QCoreApplication::eventDispatcher()));
}

void EpollDispatcherTest::socketNewsArrives()
{
    const Pair pair;
    QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
    int heard = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++heard;
        pair.hear();
    });
    QCoreApplication::processEvents();
    QCOMPARE(heard, 0);
    pair.say();
    QTRY_COMPARE(heard, 1);
    pair.say();
    QTRY_COMPARE(heard, 2);
}

void EpollDispatcherTest::disabledNotifierIsSilent()
{
    const Pair pair;
    QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
    int heard = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++heard;
        pair.hear();
    });
    notifier.setEnabled(false);
    pair.say();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(heard, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(heard, 1);
}

void EpollDispatcherTest::writeNotifierFiresWhileEnabled()
{
    const Pair pair;
    QSocketNotifier reader(pair.fd[0], QSocketNotifier::Read);
    QSocketNotifier writer(pair.fd[0], QSocketNotifier::Write);
    int written = 0;
    int heard = 0;
    connect(&writer, &QSocketNotifier::activated, this, [&] {
        if (++written == 3)
            writer.setEnabled(false);
    });
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        ++heard;
        pair.hear();
    });
    QTRY_COMPARE(written, 3);
    pair.say(); // the other interest in the same descriptor lives on
    QTRY_COMPARE(heard, 1);
    QCOMPARE(written, 3);
}

void EpollDispatcherTest::closedPeerIsReadable()
{
    Pair pair;
    QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
    int news = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++news;
        notifier.setEnabled(false);
    });
    pair.closeEnd(1);
    QTRY_COMPARE(news, 1);
}

void EpollDispatcherTest::brokenSocketOfNobodyDoesNotSpin()
{
    Pair pair;
    QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
    notifier.setEnabled(false);
    pair.closeEnd(1);
    // With nothing to wait for but a timer, one wait must last until that timer.
    int rounds = 0;
    bool fired = false;
    QTimer::singleShot(50, Qt::PreciseTimer, this, [&fired] { fired = true; });
    while (!fired) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        ++rounds;
    }
    QVERIFY2(rounds < 20, qPrintable(QString::number(rounds)));
}

void EpollDispatcherTest::notifierMayGoWhileNewsIsDelivered()
{
    const Pair first;
    const Pair second;
    auto a = std::make_unique<QSocketNotifier>(first.fd[0], QSocketNotifier::Read);
    auto b = std::make_unique<QSocketNotifier>(second.fd[0], QSocketNotifier::Read);
    int news = 0;
    connect(a.get(), &QSocketNotifier::activated, this, [&] {
        ++news;
        b.reset();
        a->setEnabled(false);
    });
    connect(b.get(), &QSocketNotifier::activated, this, [&] {
        ++news;
        a.reset();
        b->setEnabled(false);
    });
    first.say();
    second.say();
    QTRY_COMPARE(news, 1);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(news, 1); // whoever came first has ended the other
}

void EpollDispatcherTest::descriptorGivenOutAgainIsAnother()
{
    for (int i = 0; i < 10; ++i) {
        const Pair pair; // mostly the same numbers every time
        QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
        int heard = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] {
            ++heard;
            pair.hear();
        });
        pair.say();
        QTRY_COMPARE(heard, 1);
    }
}

void EpollDispatcherTest::timersFireInOrder()
{
    QList<int> order;
    for (const int ms : {30, 10, 20, 0})
        QTimer::singleShot(ms, Qt::PreciseTimer, this, [&order, ms] { order.append(ms); });
    QElapsedTimer elapsed;
    elapsed.start();
    QTRY_COMPARE(order.size(), 4);
    QCOMPARE(order, (QList<int>{0, 10, 20, 30}));
    QVERIFY(elapsed.elapsed() >= 29);
}

void EpollDispatcherTest::repeatingTimerRepeats()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++fired; });
    timer.start(1);
    QTRY_VERIFY(fired >= 5);
    timer.stop();
    const int before = fired;
    bool later = false;
    QTimer::singleShot(20, this, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(fired, before);
}

void EpollDispatcherTest::timerMayStopItselfAndOthers()
{
    QTimer first;
    QTimer second;
    int fired = 0;
    const auto stopBoth = [&] {
        ++fired;
        first.stop();
        second.stop();
    };
    connect(&first, &QTimer::timeout, this, stopBoth);
    connect(&second, &QTimer::timeout, this, stopBoth);
    first.start(5);
    second.start(5);
    bool later = false;
    QTimer::singleShot(40, this, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(fired, 1);
}

void EpollDispatcherTest::timerDoesNotFireWithinItself()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        deepest = std::max(deepest, ++depth);
        ++fired;
        QEventLoop nested;
        QTimer::singleShot(10, &nested, &QEventLoop::quit);
        nested.exec();
        --depth;
    });
    timer.start(1);
    QTRY_VERIFY(fired >= 3);
    timer.stop();
    QCOMPARE(deepest, 1);
}

void EpollDispatcherTest::remainingTimeIsKnown()
{
    QTimer timer;
    timer.start(60'000);
    QVERIFY(timer.remainingTime() > 50'000);
    QVERIFY(timer.remainingTime() <= 60'000);
    const auto timers = QCoreApplication::eventDispatcher()->registeredTimers(&timer);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.first().interval, 60'000);
    timer.stop();
    QVERIFY(QCoreApplication::eventDispatcher()->registeredTimers(&timer).isEmpty());
}

void EpollDispatcherTest::postedEventWakes()
{
    QEventLoop loop;
    QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    loop.exec(); // would never end if the event did not wake it
    QMetaObject::invokeMethod(
        &loop,
        [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); },
        Qt::QueuedConnection);
    loop.exec();
}

void EpollDispatcherTest::anotherThreadWakes()
{
    for (int i = 0; i < 50; ++i) {
        QEventLoop loop;
        const std::unique_ptr<QThread> thread(QThread::create([&loop] {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        }));
        thread->start();
        loop.exec();
        QVERIFY(thread->wait());
    }
}

void EpollDispatcherTest::socketsCanBeLeftOut()
{
    const Pair pair;
    QSocketNotifier notifier(pair.fd[0], QSocketNotifier::Read);
    int heard = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++heard;
        pair.hear();
    });
    pair.say();
    QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(heard, 0);
    QTRY_COMPARE(heard, 1);
}

int main(int argc, char *argv[])
{
    installSocketDispatcher();
    QCoreApplication app(argc, argv);
    EpollDispatcherTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epoll_dispatcher_linux.moc"
