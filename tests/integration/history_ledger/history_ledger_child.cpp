// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT

// history_ledger_child FOLDER UTCMS: real outlets, recorder, history and file, with a clock that
// stands still until standard input moves it. One command a line:
//   at UTCMS              moves the clock
//   link N 0|1            outlet N goes or comes
//   relay N 0|1           its relay
//   reading N WATTS       what it draws
//   report N JOULES SECONDS
//   flush                 answers "flushed" when all of it is on disk
// At the end of input it closes everything properly.

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "base/manual_clock.h"
#include "history/history.h"
#include "history/history_recorder.h"
#include "outlets/outlet_registry.h"
#include "storage/storage.h"

using namespace outlet;

namespace {

class LedgerChild
{
public:
    LedgerChild(const QString &folder, qint64 utcMs)
        : m_clock(utcMs)
        , m_registry(m_clock, nullptr)
        , m_storage(folder)
        , m_history(m_storage.filePath(), m_clock)
    {
        QEventLoop untilOpen;
        QObject::connect(&m_storage, &Storage::opened, &untilOpen, [this, &untilOpen] {
            m_history.open();
            m_recorder.emplace(m_registry, m_history, m_clock);
            untilOpen.quit();
        });
        m_storage.open();
        untilOpen.exec();
    }

    ~LedgerChild() { m_recorder.reset(); }

    void obey(const QList<QByteArray> &words)
    {
        const QByteArray &verb = words.at(0);
        const auto number = [&words](qsizetype i) { return words.value(i).toLongLong(); };
        if (verb == "at")
            m_clock.advance(std::chrono::milliseconds(number(1) - m_clock.utcMs()));
        else if (verb == "link")
            outletAt(number(1))->setLinkState(number(2) ? LinkState::Online : LinkState::Offline);
        else if (verb == "relay")
            outletAt(number(1))->applyRelay(number(2) != 0, RelayCause::Reported);
        else if (verb == "reading")
            outletAt(number(1))->applyReading(
                {m_clock.utcMs(), double(number(2)), double(number(2)), 120.0});
        else if (verb == "report")
            outletAt(number(1))->applyReport(number(2), number(3));
        else if (verb == "flush")
            flush();
    }

private:
    Outlet *outletAt(qint64 number)
    {
        Outlet *outlet = m_registry.findOrAdd(QStringLiteral("outlet-%1").arg(number));
        m_registry.allow(outlet);
        return outlet;
    }

    void flush()
    {
        const auto written = m_history.flush();
        while (!written.isFinished())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        std::puts(written.result() ? "flushed" : "failed");
        std::fflush(stdout);
    }

    ManualClock m_clock;
    OutletRegistry m_registry;
    Storage m_storage;
    History m_history;
    std::optional<HistoryRecorder> m_recorder;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    LedgerChild child(arguments.at(1), arguments.at(2).toLongLong());
    // Not by a QFile, which on Windows waits until 16 KiB are there.
    for (std::string line; std::getline(std::cin, line);) {
        child.obey(QByteArray::fromStdString(line).trimmed().split(' '));
        QCoreApplication::processEvents();
    }
    return 0;
}
