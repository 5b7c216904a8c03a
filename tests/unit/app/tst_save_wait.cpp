// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "app/save_wait.h"
#include "base/manual_clock.h"
#include "storage/storage.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

/// Holds the writer thread up before each write until it is let go.
class Gate
{
public:
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_atGate = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
        m_atGate = false;
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void waitForWriter()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_atGate; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = true;
    bool m_atGate = false;
};

OutletRecord record(const char *id)
{
    OutletRecord record;
    record.id = QString::fromLatin1(id);
    record.decision = Decision::Known;
    return record;
}

} // namespace

/// When a change counts as remembered, with a real file and its writer thread.
class TestSaveWait : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingToWrite();
    void saysWhenItIsOnDisk();
    void laterChangesCount();
    void slowDisk();
    void knownProblem();

private:
    /// Asks and keeps what is said.
    QStringList *ask();

    Gate gate;
    ManualClock clock;
    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<Storage> storage;
    std::unique_ptr<SaveWait> wait;
    std::vector<std::unique_ptr<QStringList>> answers;
};

void TestSaveWait::init()
{
    gate.open();
    dir = std::make_unique<QTemporaryDir>();
    StorageHooks hooks;
    hooks.beforeWrite = [this](QSqlDatabase &) { gate.wait(); };
    storage = std::make_unique<Storage>(dir->path(), hooks);
    QSignalSpy opened(storage.get(), &Storage::opened);
    storage->open();
    QVERIFY(opened.wait());
    wait = std::make_unique<SaveWait>(*storage, clock);
}

void TestSaveWait::cleanup()
{
    gate.open();
    wait.reset();
    storage.reset();
    answers.clear();
}

QStringList *TestSaveWait::ask()
{
    answers.push_back(std::make_unique<QStringList>());
    QStringList *said = answers.back().get();
    wait->whenSaved([said](const QString &problem) { said->append(problem); });
    return said;
}

void TestSaveWait::nothingToWrite()
{
    QCOMPARE(*ask(), QStringList{QString()});
}

void TestSaveWait::saysWhenItIsOnDisk()
{
    gate.close();
    storage->save(record("a"));
    gate.waitForWriter();
    QStringList *said = ask();
    QCoreApplication::processEvents();
    QVERIFY(said->isEmpty());
    QVERIFY(!storage->isSaved());
    gate.open();
    QTRY_COMPARE(*said, QStringList{QString()});
    QVERIFY(storage->isSaved());
    clock.advance(10s); // the limit was for nothing, and nobody is told twice
    QCOMPARE(said->size(), 1);
}

void TestSaveWait::laterChangesCount()
{
    // The news of the first write is on its way when the second change is saved: it says nothing
    // about that one.
    storage->save(record("a"));
    QSignalSpy written(storage.get(), &Storage::written);
    while (!storage->isSaved())
        std::this_thread::yield();
    gate.close();
    storage->save(record("b"));
    gate.waitForWriter();
    QStringList *said = ask();
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(said->isEmpty());
    gate.open();
    QTRY_COMPARE(*said, QStringList{QString()});
}

void TestSaveWait::slowDisk()
{
    gate.close();
    storage->save(record("a"));
    gate.waitForWriter();
    QStringList *first = ask();
    clock.advance(1s);
    QStringList *second = ask();
    clock.advance(999ms);
    QVERIFY(first->isEmpty());
    clock.advance(1ms);
    QCOMPARE(first->size(), 1);
    QVERIFY(first->first().contains(QStringLiteral("slow")));
    QVERIFY(second->isEmpty());
    gate.open();
    QTRY_COMPARE(*second, QStringList{QString()});
    QCOMPARE(first->size(), 1);
}

void TestSaveWait::knownProblem()
{
    storage.reset();
    // A folder where SQLite wants its log: the file can be opened and not written.
    QTemporaryDir other;
    QFile file(other.filePath(QStringLiteral("outlet.sqlite")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    QVERIFY(QDir(other.path()).mkdir(QStringLiteral("outlet.sqlite-wal")));
    Storage closed(other.path());
    QSignalSpy opened(&closed, &Storage::opened);
    closed.open();
    QVERIFY(opened.wait());
    QVERIFY(closed.problem().kind != StorageProblem::Kind::None);
    SaveWait waitForIt(closed, clock);
    closed.save(record("a"));
    QStringList said;
    waitForIt.whenSaved([&said](const QString &problem) { said.append(problem); });
    QCOMPARE(said, QStringList{closed.problem().sentence()});
}

QTEST_GUILESS_MAIN(TestSaveWait)
#include "tst_save_wait.moc"
