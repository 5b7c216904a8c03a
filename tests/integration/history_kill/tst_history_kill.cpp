// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "history/history_reader.h"
#include "storage/sql_connection.h"

using namespace outlet;

/// What a process said that it had recorded, and when.
struct Recorded
{
    qint64 number = 0;
    qint64 utcMs = 0;
};

/// Kills real processes at random moments while they record as fast as they can. Option `--kills N`
/// before QtTest's own; 20 unless told.
class TestHistoryKill : public QObject
{
    Q_OBJECT
public:
    int kills = 20;

private Q_SLOTS:
    void nothingOlderThanASecondIsLost();

private:
    static qint64 allJoules(SqlConnection &file);
    static QList<Recorded> takeRecorded(QProcess &child);
    static QList<Recorded> runAndKill(const QString &folder, qint64 first, int hours, int lifeMs,
                                      qint64 *killedUtcMs);
};

QList<Recorded> TestHistoryKill::takeRecorded(QProcess &child)
{
    QList<Recorded> recorded;
    while (child.canReadLine()) {
        const QList<QByteArray> words = child.readLine().trimmed().split(' ');
        if (words.size() == 3 && words.at(0) == "recorded")
            recorded += Recorded{words.at(1).toLongLong(), words.at(2).toLongLong()};
    }
    return recorded;
}

QList<Recorded> TestHistoryKill::runAndKill(const QString &folder, qint64 first, int hours,
                                            int lifeMs, qint64 *killedUtcMs)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(OUTLET_HISTORY_KILL_CHILD),
                {folder, QString::number(first), QString::number(hours)});
    QList<Recorded> recorded;
    const bool lived = QTest::qWaitFor(
        [&] {
            recorded += takeRecorded(child);
            return !recorded.isEmpty() &&
                   recorded.constLast().utcMs - recorded.constFirst().utcMs >= lifeMs;
        },
        60'000);
    *killedUtcMs = QDateTime::currentMSecsSinceEpoch();
    child.kill();
    if (!child.waitForFinished() || !lived || child.exitStatus() != QProcess::CrashExit)
        return {};
    return recorded + takeRecorded(child);
}

qint64 TestHistoryKill::allJoules(SqlConnection &file)
{
    constexpr qint64 hourMs = 3600 * 1000;
    const qint64 thisHour = QDateTime::currentMSecsSinceEpoch() / hourMs;
    EnergyQuery query;
    query.edgesUtcMs = {(thisHour - 48) * hourMs, (thisHour + 365 * 24) * hourMs};
    for (int outlet = 0; outlet < 20; ++outlet)
        query.outletIds += QStringLiteral("outlet-%1").arg(outlet);
    const auto answer = HistoryReader(file).energy(query, query.edgesUtcMs.constLast());
    qint64 joules = 0;
    for (const OutletEnergy &outlet : answer ? answer->outlets : QList<OutletEnergy>())
        joules += outlet.buckets.constFirst().joules;
    return joules;
}

void TestHistoryKill::nothingOlderThanASecondIsLost()
{
    // A new file now and then: looking at every page of a large one takes longer than the rest.
    constexpr int killsOfAFile = 50;
    std::unique_ptr<QTemporaryDir> folder;
    QRandomGenerator random(QRandomGenerator::global()->generate());
    qint64 first = 1;
    qint64 longestLostMs = 0;
    qint64 rows = 0;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % killsOfAFile == 0) {
            folder = std::make_unique<QTemporaryDir>();
            first = 1;
        }
        qint64 killedUtcMs = 0;
        // Half of them live long enough to have a past that must be there.
        const int lifeMs =
            random.bounded(2) == 0 ? random.bounded(100, 700) : random.bounded(1050, 1900);
        const QList<Recorded> recorded =
            runAndKill(folder->path(), first, kill % killsOfAFile * 3, lifeMs, &killedUtcMs);
        QVERIFY(!recorded.isEmpty());

        SqlConnection file;
        QVERIFY(!file.openForWriting(folder->filePath(QStringLiteral("outlet.sqlite"))));
        const auto check = file.value(QStringLiteral("PRAGMA integrity_check"));
        QVERIFY(check);
        QCOMPARE(check->toString(), QStringLiteral("ok"));
        const auto last = file.value(QStringLiteral("SELECT max(joules) FROM recent_report"));
        const auto sum = file.value(
            QStringLiteral("SELECT sum(joules) FROM recent_report WHERE joules >= %1").arg(first));
        QVERIFY(last && sum);
        const qint64 lastNumber = qMax(last->toLongLong(), first - 1);
        // Each number up to the last one is there, once.
        QCOMPARE(sum->toLongLong(), (lastNumber * (lastNumber + 1) - (first - 1) * first) / 2);
        // And of all processes before, packed or not.
        QCOMPARE(allJoules(file), lastNumber * (lastNumber + 1) / 2);
        for (const Recorded &one : recorded) {
            if (one.utcMs < killedUtcMs - 1000)
                QVERIFY2(one.number <= lastNumber, qPrintable(QString::number(one.number)));
            if (one.number > lastNumber)
                longestLostMs = qMax(longestLostMs, killedUtcMs - one.utcMs);
        }
        QVERIFY(lastNumber <= recorded.constLast().number + 1); // and nothing that never was
        rows += lastNumber - first + 1;
        if (kill % 100 == 99)
            qInfo("%d kills", kill + 1);
        first = lastNumber + 1;
    }
    qInfo("%d kills, %lld reports kept; the oldest one that was lost was %lld ms old", kills,
          static_cast<long long>(rows), static_cast<long long>(longestLostMs));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    TestHistoryKill test;
    QStringList arguments = QCoreApplication::arguments();
    const qsizetype option = arguments.indexOf(QStringLiteral("--kills"));
    if (option > 0 && option + 1 < arguments.size()) {
        test.kills = arguments.at(option + 1).toInt();
        // QtTest ends what takes longer than five minutes.
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(test.kills * 30'000));
        arguments.remove(option, 2);
    }
    return QTest::qExec(&test, arguments);
}

#include "tst_history_kill.moc"
