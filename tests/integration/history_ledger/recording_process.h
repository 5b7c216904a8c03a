// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>

namespace outlet::test {

/// A real process that records what it is told.
class RecordingProcess
{
public:
    /// \a utcMs is the time at which it wakes up.
    RecordingProcess(const QString &folder, qint64 utcMs);
    /// Ends it the hard way if it still runs.
    ~RecordingProcess();

    void say(const QByteArray &line);
    /// True when everything said so far is on disk.
    [[nodiscard]] bool flush();
    /// As kill -9 does; false when it had ended by itself.
    [[nodiscard]] bool kill();
    /// Ends it properly; false when that does not work.
    [[nodiscard]] bool quit();

private:
    QProcess m_process;
};

} // namespace outlet::test
