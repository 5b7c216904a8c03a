// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <optional>

namespace outlet::test {

/// A program that has ended: what it said and how it ended.
struct Finished
{
    int exitCode = -1; ///< -1: it crashed or did not end in time
    QByteArray out;
    QByteArray err;
};

/// Who runs a program: empty = this user; otherwise words that go before its command line.
using RunAs = QStringList;

/// Runs one of the built programs to its end while this process' event loop goes on.
[[nodiscard]] Finished runProgram(const QString &program, const QStringList &arguments,
                                  const RunAs &runAs = {});

/// A running outletd with a data folder of the test's.
class Daemon
{
public:
    explicit Daemon(QString dataDir, RunAs runAs = {});
    /// Ends it the hard way if it still runs.
    ~Daemon();

    /// Starts it on 127.0.0.1 and any free port, and waits until it listens; false when it ends
    /// instead, or says nothing.
    [[nodiscard]] bool start(const QStringList &moreArguments = {});
    /// As kill -9 does.
    void kill();
    /// Asks it to end as the system would, and waits; its exit code.
    [[nodiscard]] int stop();
    /// Waits until it has ended; its exit code, -1 when it crashed or goes on.
    [[nodiscard]] int waitForEnd();

    /// Runs outletctl for this daemon.
    [[nodiscard]] Finished ctl(const QStringList &arguments) const;
    /// `list --json`, by name.
    [[nodiscard]] QJsonObject outletNamed(const QString &name) const;
    [[nodiscard]] QJsonArray list() const;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// Where outlets connect.
    [[nodiscard]] QUrl url() const;
    /// All that it wrote to stdout and stderr so far.
    [[nodiscard]] QByteArray out();
    [[nodiscard]] QByteArray err();

private:
    QString m_dataDir;
    RunAs m_runAs;
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
    quint16 m_port = 0;
};

/// How to run a program as a user for whom file permissions count: empty when this user is one;
/// nothing when there is no way.
[[nodiscard]] std::optional<RunAs> asOrdinaryUser();

} // namespace outlet::test
