// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT

// history_kill_child FOLDER FIRST HOURS: records without a pause until it is killed, with a clock
// that is HOURS ahead, so that what an earlier process recorded is old enough to be packed. Report
// number N (from FIRST on) is of N joules; each is said on stdout as "recorded N UTCMS" after it
// was given to the history. Between them come readings, states, and reports that move earlier ones.

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <cstdio>

#include "base/system_clock.h"
#include "history/history.h"
#include "storage/storage.h"

using namespace outlet;

namespace {

/// The computer's clock, ahead.
class ClockAhead : public Clock
{
public:
    explicit ClockAhead(qint64 hours)
        : m_aheadMs(hours * 3600 * 1000)
    {
    }
    [[nodiscard]] qint64 utcMs() const override { return m_clock.utcMs() + m_aheadMs; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return m_clock.monotonic();
    }
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override
    {
        return m_clock.callAfter(delay, std::move(callback));
    }
    void cancel(TimerId id) override { m_clock.cancel(id); }

private:
    SystemClock m_clock;
    const qint64 m_aheadMs;
};

constexpr int kOutlets = 20;

QString outletId(qint64 number)
{
    return QStringLiteral("outlet-%1").arg(number % kOutlets);
}

void recordOne(History &history, const Clock &clock, qint64 number)
{
    const qint64 now = clock.utcMs();
    const QString id = outletId(number);
    constexpr double anything = 1e12;
    history.record(MeasuredReport{id, now, number, 0, anything});
    // Of no energy, so that the sum tells which numbers are there; they push each other back.
    history.record(MeasuredReport{id, now, 0, 2, anything});
    MeasuredState state;
    state.outletId = id;
    state.utcMs = now;
    state.connected = number % 3 != 0;
    state.relayOn = number % 2 == 0;
    history.record(state);
    for (int i = 0; i < 4; ++i)
        history.record(MeasuredReading{outletId(number + i), now, double(number % 1000 + i), 120});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    ClockAhead clock(arguments.at(3).toLongLong());
    qint64 number = arguments.at(2).toLongLong();

    Storage storage(arguments.at(1));
    History history(storage.filePath(), clock);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        recordOne(history, clock, number);
        const qint64 ahead = arguments.at(3).toLongLong() * 3600 * 1000;
        std::printf("recorded %lld %lld\n", static_cast<long long>(number),
                    static_cast<long long>(clock.utcMs() - ahead));
        std::fflush(stdout);
        ++number;
    });
    QObject::connect(&storage, &Storage::opened, [&] {
        if (storage.problem().kind != StorageProblem::Kind::None)
            QCoreApplication::exit(1);
        history.open();
        timer.start(2);
    });
    QObject::connect(&history, &History::problemChanged, [] { QCoreApplication::exit(1); });
    storage.open();
    return QCoreApplication::exec();
}
