// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "recording_process.h"

namespace outlet::test {

constexpr int kWaitMs = 60'000;

RecordingProcess::RecordingProcess(const QString &folder, qint64 utcMs)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(OUTLET_HISTORY_LEDGER_CHILD), {folder, QString::number(utcMs)});
}

RecordingProcess::~RecordingProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void RecordingProcess::say(const QByteArray &line)
{
    m_process.write(line + '\n');
}

bool RecordingProcess::flush()
{
    say("flush");
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kWaitMs))
            return false;
    }
    return m_process.readLine().trimmed() == "flushed";
}

bool RecordingProcess::kill()
{
    // What was said goes out first: the process may have seen any part of it when it ends.
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(kWaitMs)) {
    }
    m_process.kill();
    return m_process.waitForFinished(kWaitMs) && m_process.exitStatus() == QProcess::CrashExit;
}

bool RecordingProcess::quit()
{
    m_process.closeWriteChannel();
    return m_process.waitForFinished(kWaitMs) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

} // namespace outlet::test
