// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "daemon_process.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace outlet::test {

namespace {

QString pathOf(const QString &program)
{
    return QDir(QStringLiteral(OUTLET_BIN_DIR)).filePath(program);
}

void startProgram(QProcess &process, const QString &program, const QStringList &arguments,
                  const RunAs &runAs)
{
    QStringList words = runAs + QStringList{pathOf(program)} + arguments;
    const QString first = words.takeFirst();
    process.start(first, words);
}

} // namespace

Finished runProgram(const QString &program, const QStringList &arguments, const RunAs &runAs)
{
    QProcess process;
    startProgram(process, program, arguments, runAs);
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    Finished finished{-1, process.readAllStandardOutput(), process.readAllStandardError()};
    if (ended && process.error() == QProcess::UnknownError) // which is none
        finished.exitCode = process.exitCode();
    return finished;
}

Daemon::Daemon(QString dataDir, RunAs runAs)
    : m_dataDir(std::move(dataDir))
    , m_runAs(std::move(runAs))
{
}

Daemon::~Daemon()
{
    kill();
}

bool Daemon::start(const QStringList &moreArguments)
{
    m_out.clear();
    m_err.clear();
    startProgram(m_process, QStringLiteral("outletd"),
                 QStringList{QStringLiteral("--data-dir"), m_dataDir, QStringLiteral("--bind"),
                             QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                             QStringLiteral("0")} +
                     moreArguments,
                 m_runAs);
    static const QRegularExpression line(
        QStringLiteral("^listening ws://127\\.0\\.0\\.1:(\\d+)/gnws\n$"));
    QRegularExpressionMatch match;
    const bool answered = QTest::qWaitFor(
        [&] {
            match = line.match(QString::fromUtf8(out()));
            return match.hasMatch() || m_process.state() == QProcess::NotRunning;
        },
        20'000);
    if (!answered || !match.hasMatch())
        return false;
    m_port = match.captured(1).toUShort();
    return m_port != 0;
}

void Daemon::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

int Daemon::stop()
{
#ifdef Q_OS_WIN
    // QProcess closes windows there, and the daemon has none.
    const Finished asked = ctl({QStringLiteral("quit")});
    if (asked.exitCode != 0)
        return -1;
#else
    m_process.terminate();
#endif
    return waitForEnd();
}

int Daemon::waitForEnd()
{
    if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20'000) ||
        m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

Finished Daemon::ctl(const QStringList &arguments) const
{
    return runProgram(QStringLiteral("outletctl"),
                      QStringList{QStringLiteral("--data-dir"), m_dataDir} + arguments, m_runAs);
}

QJsonArray Daemon::list() const
{
    const Finished listed = ctl({QStringLiteral("list"), QStringLiteral("--json")});
    return QJsonDocument::fromJson(listed.out).array();
}

QJsonObject Daemon::outletNamed(const QString &name) const
{
    for (const QJsonValue &outlet : list()) {
        if (outlet.toObject().value(QStringLiteral("name")).toString() == name)
            return outlet.toObject();
    }
    return {};
}

QUrl Daemon::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/gnws").arg(m_port));
}

QByteArray Daemon::out()
{
    return m_out += m_process.readAllStandardOutput();
}

QByteArray Daemon::err()
{
    return m_err += m_process.readAllStandardError();
}

std::optional<RunAs> asOrdinaryUser()
{
    // Root may write everywhere, so find out what happens rather than who we are.
    QTemporaryDir dir;
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner);
    QFile probe(dir.filePath(QStringLiteral("probe")));
    const bool mayWriteAnywhere = probe.open(QFile::WriteOnly);
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!mayWriteAnywhere)
        return RunAs();
    const QString setpriv = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
    if (setpriv.isEmpty())
        return std::nullopt;
    return RunAs{setpriv, QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                 QStringLiteral("--clear-groups")};
}

} // namespace outlet::test
