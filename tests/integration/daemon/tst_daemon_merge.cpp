// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"

using namespace outlet;
using namespace outlet::test;

/// outletctl merge, asked of the real outletd by the real outletctl.
class TestDaemonMerge : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Daemon> m_daemon;
    QString m_oldId;

    /// A command of words, "|" between them.
    [[nodiscard]] Finished ctl(const QString &line) { return m_daemon->ctl(line.split(u'|')); }
    [[nodiscard]] QJsonDocument json(const QString &line)
    {
        return QJsonDocument::fromJson(ctl(line).out);
    }
    static constexpr double kNotKnown = -1;
    /// What was used in 2024.
    [[nodiscard]] double joules(const QString &outlet)
    {
        const QJsonArray rows = json(QStringLiteral("energy|") + outlet +
                                     QStringLiteral("|--from|2024-01-01|--to|2024-12-31|--bucket|"
                                                    "year|--json"))
                                    .array();
        return rows.at(0).toObject().value(u"joules").toDouble(kNotKnown);
    }
    [[nodiscard]] QStringList names()
    {
        QStringList names;
        const QJsonArray list = m_daemon->list();
        for (const auto &one : list)
            names.append(one.toObject().value(u"name").toString());
        return names;
    }
    void refused(const QString &line, int exitCode, const char *words)
    {
        const Finished ended = ctl(line);
        QVERIFY2(ended.err.contains(words), ended.err.constData());
        QCOMPARE(ended.exitCode, exitCode);
        QCOMPARE(ended.out, QByteArray());
    }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_daemon = std::make_unique<Daemon>(m_dir->filePath(QStringLiteral("data")));
        QVERIFY2(m_daemon->start({QStringLiteral("--accept-new")}), m_daemon->err().constData());
        SystemClock clock;
        Simulation simulation(SimulationClocks{clock, clock}, m_daemon->url());
        HouseholdOptions household;
        household.count = 2;
        simulation.add(mixedHousehold(household));
        simulation.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_daemon->list().size(), 2, 20'000);
        m_oldId = m_daemon->list().at(0).toObject().value(u"id").toString();
        const QString newId = m_daemon->list().at(1).toObject().value(u"id").toString();
        QCOMPARE(ctl(QStringLiteral("rename|%1|Freezer").arg(m_oldId)).exitCode, 0);
        QCOMPARE(ctl(QStringLiteral("rename|%1|Spare").arg(newId)).exitCode, 0);
        const QString path = m_dir->filePath(QStringLiteral("past.csv"));
        QFile past(path);
        QVERIFY(past.open(QIODevice::WriteOnly));
        past.write("Time;Device;Wh\n"
                   "2024-03-01T00:00Z;Freezer;10\n2024-03-01T01:00Z;Freezer;20\n"
                   "2024-03-01T02:00Z;Spare;3\n");
        past.close();
        const Finished imported = ctl(QStringLiteral("import|") + path);
        QVERIFY2(imported.exitCode == 0, imported.err.constData());
        QCOMPARE(joules(QStringLiteral("Freezer")), 30 * 3600.0);
    }
    void cleanup() { QCOMPARE(m_daemon->stop(), 0); }

    void mergedAndUndone()
    {
        const Finished merged = ctl(QStringLiteral("merge|freezer|spare"));
        QVERIFY2(merged.exitCode == 0, merged.err.constData());
        QVERIFY2(merged.out.startsWith("The history of Freezer is now that of Spare.\n"),
                 merged.out.constData());
        QVERIFY2(merged.out.contains("outletctl merge --undo 1"), merged.out.constData());
        QCOMPARE(joules(QStringLiteral("Spare")), 33 * 3600.0);
        QCOMPARE(joules(QStringLiteral("Freezer")), kNotKnown);
        QCOMPARE(ctl(QStringLiteral("merge|--list")).out, QByteArray("   1  Freezer into Spare\n"));
        const Finished undone = ctl(QStringLiteral("merge|--undo|1"));
        QVERIFY2(undone.exitCode == 0, undone.err.constData());
        QCOMPARE(joules(QStringLiteral("Freezer")), 30 * 3600.0);
        QCOMPARE(joules(QStringLiteral("Spare")), 3 * 3600.0);
        QCOMPARE(json(QStringLiteral("merge|--list|--json")).array().size(), 0);
    }

    void nameTakenAndOldForgotten()
    {
        const QJsonObject merged =
            json(QStringLiteral("merge|Freezer|Spare|--take-name|--forget|--json")).object();
        QCOMPARE(merged.value(u"merge").toInt(), 1);
        QCOMPARE(merged.value(u"from").toString(), m_oldId);
        QCOMPARE(names(), QStringList{QStringLiteral("Freezer")});
        QCOMPARE(joules(QStringLiteral("Freezer")), 33 * 3600.0);
        QCOMPARE(ctl(QStringLiteral("merge|--undo|1")).exitCode, 0);
        QCOMPARE(names(), QStringList({QStringLiteral("Freezer"), QStringLiteral("Spare")}));
        QCOMPARE(joules(QStringLiteral("Freezer")), 30 * 3600.0);
    }

    void oneThatWasForgottenBefore()
    {
        QCOMPARE(ctl(QStringLiteral("forget|Freezer")).exitCode, 0);
        QCOMPARE(ctl(QStringLiteral("merge|%1|Spare").arg(m_oldId)).exitCode, 0);
        QCOMPARE(joules(QStringLiteral("Spare")), 33 * 3600.0);
        // After a restart nothing is left to be undone, and the history stays.
        QCOMPARE(m_daemon->stop(), 0);
        QVERIFY(m_daemon->start());
        refused(QStringLiteral("merge|--undo|1"), 1, "no such replacement");
        QCOMPARE(joules(QStringLiteral("Spare")), 33 * 3600.0);
    }

    void refusals()
    {
        refused(QStringLiteral("merge|Freezer"), 2, "the old outlet and the new one");
        refused(QStringLiteral("merge|Freezer|freezer"), 2, "the same one");
        refused(QStringLiteral("merge|all|Spare"), 2, "an old outlet and a new one");
        refused(QStringLiteral("merge|nobody|Spare"), 5, "nobody");
        refused(QStringLiteral("merge|Freezer|nobody"), 5, "nobody");
        refused(QStringLiteral("merge|--undo|7"), 1, "no such replacement");
        QCOMPARE(ctl(QStringLiteral("ignore|Spare")).exitCode, 0);
        refused(QStringLiteral("merge|Freezer|Spare"), 1, "not allowed yet");
        QCOMPARE(joules(QStringLiteral("Freezer")), 30 * 3600.0);
    }
};

QTEST_GUILESS_MAIN(TestDaemonMerge)
#include "tst_daemon_merge.moc"
