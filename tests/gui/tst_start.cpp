// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtTest/QtTest>

#include "app/core.h"
#include "control/control_client.h"

using namespace outlet;

namespace {

constexpr int kLongestWaitMs = 30'000;

/// The program as built, in a folder of its own, without anything of this user's.
class Program : public QProcess
{
public:
    Program()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                 "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), m_folder.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
        setProcessEnvironment(environment);
        setProgram(QStringLiteral(OUTLET_BIN_DIR "/outlet"));
    }
    ~Program() override
    {
        if (state() == NotRunning)
            return;
        kill();
        waitForFinished();
    }

    void run(const QStringList &arguments)
    {
        setArguments(arguments);
        QProcess::start();
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// What it said on stderr so far.
    [[nodiscard]] QString said()
    {
        m_said += QString::fromUtf8(readAllStandardError());
        return m_said;
    }
    /// The lines that are no mere information: a warning of QML's is one.
    [[nodiscard]] QStringList complaints()
    {
        QStringList lines = said().split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) {
            return line.contains(QStringLiteral(" info ")) ||
                   line.contains(QStringLiteral(" debug ")) ||
                   // The platform that draws without a screen has no front to bring a window to.
                   line.contains(QStringLiteral("This plugin does not support raise()"));
        });
        return lines;
    }

private:
    QTemporaryDir m_folder;
    QString m_said;
};

} // namespace

/// The real program: it starts without a warning, and ends when it is told to.
class TestStart : public QObject
{
    Q_OBJECT

    /// The answer of the program that serves \a folder; an error is an empty object.
    static QJsonValue ask(const QString &folder, const QString &verb)
    {
        ControlClient client;
        if (!client.open(folder))
            return {};
        QJsonValue result;
        bool answered = false;
        connect(&client, &ControlClient::answered, &client,
                [&](qint64, const control::Outcome &outcome) {
                    answered = true;
                    if (outcome)
                        result = outcome.value();
                });
        client.send(verb);
        return QTest::qWaitFor([&] { return answered; }, kLongestWaitMs) ? result : QJsonValue();
    }
    static int onlineCount(const QString &folder)
    {
        int online = 0;
        for (const QJsonValue &outlet : ask(folder, QStringLiteral("list")).toArray())
            online += outlet.toObject().value(QStringLiteral("link")) == QStringLiteral("online") &&
                      !outlet.toObject().value(QStringLiteral("powerWatts")).isNull();
        return online;
    }
    /// Ends the program that serves \a folder as the system does, and tells its exit code.
    static int stop(Program &program, [[maybe_unused]] const QString &folder)
    {
#ifdef Q_OS_WIN
        // What the system closes there is a window on the screen, and here is none.
        if (!ask(folder, QStringLiteral("quit")).isObject())
            return -1;
#else
        program.terminate();
#endif
        if (!program.waitForFinished(kLongestWaitMs) ||
            program.exitStatus() != QProcess::NormalExit)
            return -1;
        return program.exitCode();
    }

private Q_SLOTS:
    void demo()
    {
        Program program;
        program.run({QStringLiteral("--demo")});
        QString scratch;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(scratch = QDir(program.folder())
                            .entryList({QStringLiteral("outlet-demo-*")}, QDir::Dirs)
                            .value(0))
                 .isEmpty(),
            kLongestWaitMs);
        scratch.prepend(program.folder() + u'/');
        // Outlets are measured and shown, so every card was really drawn with its figures.
        QTRY_VERIFY_WITH_TIMEOUT(onlineCount(scratch) >= 7, kLongestWaitMs);
        QCOMPARE(stop(program, scratch), 0);
        QCOMPARE(program.complaints(), QStringList());
        QVERIFY2(!QFileInfo::exists(scratch), "the demo leaves nothing behind");
    }

    void aSecondStartRaisesTheFirst()
    {
        Program first;
        const QString data = first.folder() + QStringLiteral("/data");
        const QStringList arguments{QStringLiteral("--data-dir"), data,
                                    QStringLiteral("--port"),     QStringLiteral("0"),
                                    QStringLiteral("--bind"),     QStringLiteral("127.0.0.1")};
        first.run(arguments);
        QTRY_VERIFY_WITH_TIMEOUT(ask(data, QStringLiteral("status")).isObject(), kLongestWaitMs);
        Program second;
        second.run(arguments);
        QVERIFY(second.waitForFinished(kLongestWaitMs));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.said(), QString());
        QCOMPARE(first.state(), QProcess::Running);
        QCOMPARE(stop(first, data), 0);
        QCOMPARE(first.complaints(), QStringList());
    }

    void aFolderThatIsInUseIsSaidInOneSentence()
    {
        const QTemporaryDir data;
        CoreOptions options;
        options.program = QStringLiteral("outletd");
        options.dataDir = data.path();
        options.port = 0;
        options.bind = {QHostAddress(QHostAddress::LocalHost)};
        Core core(options); // a program without a window
        QVERIFY(core.start());
        QTRY_VERIFY(core.isReady());
        Program program;
        program.run({QStringLiteral("--data-dir"), data.path()});
        // The other program is this one: its event loop must go on while it is asked.
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, kLongestWaitMs);
        QCOMPARE(program.exitCode(), 4);
        QCOMPARE(program.said().trimmed().count(u'\n'), 0);
        QVERIFY2(program.said().contains(data.path()), qPrintable(program.said()));
    }

    void badOptionsEndWithTwo()
    {
        Program program;
        program.run({QStringLiteral("--sideways")});
        QVERIFY(program.waitForFinished(kLongestWaitMs));
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(program.said().trimmed().count(u'\n'), 0);
    }
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
