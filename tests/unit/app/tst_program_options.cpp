// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFileInfo>
#include <QtTest/QTest>

#include "app/program_options.h"
#include "control/control_path.h"

using namespace outlet;

/// The command line that outlet and outletd share.
class TestProgramOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing();
    void everything();
    void flags();
    void notices();
    void mistakes_data();
    void mistakes();
    void levels();
};

static std::variant<ProgramOptions, ProgramNotice> parse(const QString &line,
                                                         const QList<ProgramFlag> &flags = {})
{
    return parseProgramOptions(QStringLiteral("outletd"),
                               QStringList{QStringLiteral("/usr/bin/outletd")} +
                                   line.split(u' ', Qt::SkipEmptyParts),
                               flags);
}

void TestProgramOptions::nothing()
{
    const auto parsed = parse({});
    const auto *options = std::get_if<ProgramOptions>(&parsed);
    QVERIFY(options);
    QCOMPARE(options->core.program, QStringLiteral("outletd"));
    QCOMPARE(options->core.dataDir, defaultDataDir());
    QVERIFY(!options->core.port);
    QVERIFY(options->core.bind.isEmpty());
    QVERIFY(!options->core.acceptNew);
    QVERIFY(!options->core.demo);
    QCOMPARE(options->logLevel, LogLevel::Info);
}

void TestProgramOptions::everything()
{
    const auto parsed = parse(QStringLiteral("--data-dir /some/folder --port 0 --bind 127.0.0.1 "
                                             "--bind ::1 --accept-new --log-level debug"));
    const auto *options = std::get_if<ProgramOptions>(&parsed);
    QVERIFY(options);
    // On Windows with the drive in front.
    QCOMPARE(options->core.dataDir, QFileInfo(QStringLiteral("/some/folder")).absoluteFilePath());
    QCOMPARE(options->core.port, std::optional<quint16>(0));
    const QList<QHostAddress> both{QHostAddress(QHostAddress::LocalHost),
                                   QHostAddress(QHostAddress::LocalHostIPv6)};
    QCOMPARE(options->core.bind, both);
    QVERIFY(options->core.acceptNew);
    QCOMPARE(options->logLevel, LogLevel::Debug);
}

void TestProgramOptions::flags()
{
    const QList<ProgramFlag> known{{QStringLiteral("demo"), QStringLiteral("with simulated ones")},
                                   {QStringLiteral("hidden"), QStringLiteral("without window")}};
    const auto parsed = parse(QStringLiteral("--demo"), known);
    const auto *options = std::get_if<ProgramOptions>(&parsed);
    QVERIFY(options);
    QCOMPARE(options->flags, QStringList{QStringLiteral("demo")});
    QVERIFY(std::holds_alternative<ProgramNotice>(parse(QStringLiteral("--demo"))));
    const auto help = parse(QStringLiteral("--help"), known);
    QVERIFY(std::get<ProgramNotice>(help).text.contains(QStringLiteral("with simulated ones")));
}

void TestProgramOptions::notices()
{
    for (const char *option : {"--help", "--version"}) {
        const auto parsed = parse(QString::fromLatin1(option));
        const auto *notice = std::get_if<ProgramNotice>(&parsed);
        QVERIFY(notice);
        QCOMPARE(notice->exit, ProgramExit::Done);
        QVERIFY(notice->text.contains(QStringLiteral("outletd")));
        QVERIFY(!notice->text.contains(u'%'));
    }
}

void TestProgramOptions::mistakes_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"--nonsense", "--port", "--port -1", "--port 65536", "--port x", "--bind example.org",
          "--bind", "--log-level loud", "list", "--data-dir=", "--accept-new=yes"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestProgramOptions::mistakes()
{
    QFETCH(QString, line);
    const auto parsed = parse(line);
    const auto *notice = std::get_if<ProgramNotice>(&parsed);
    QVERIFY(notice);
    QCOMPARE(notice->exit, ProgramExit::Usage);
    QVERIFY(notice->text.startsWith(QStringLiteral("outletd: ")));
    QVERIFY(notice->text.endsWith(QStringLiteral("See: outletd --help")));
}

void TestProgramOptions::levels()
{
    QCOMPARE(logLevelFromName(u"error"), std::optional(LogLevel::Error));
    QCOMPARE(logLevelFromName(u"warning"), std::optional(LogLevel::Warning));
    QVERIFY(!logLevelFromName(u"Error"));
}

QTEST_GUILESS_MAIN(TestProgramOptions)
#include "tst_program_options.moc"
