// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/report_job.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>

#include "app/diagnostic_report.h"
#include "app/diagnostics_source.h"
#include "base/clock.h"

namespace outlet {

namespace {

/// The system's words when it did not work.
QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace

ReportJob::ReportJob(DiagnosticsSource *source, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_clock(clock)
{
}

QString ReportJob::fileName() const
{
    return diagnosticFileName(m_clock.utcMs());
}

void ReportJob::make(const QString &mainOutletId)
{
    if (!m_source)
        return;
    clear();
    m_busy = true;
    Q_EMIT changed();
    m_source->askReport(
        {}, mainOutletId,
        [job = QPointer<ReportJob>(this), round = m_round](const QJsonObject &report) {
            if (!job || round != job->m_round)
                return;
            job->m_text = diagnosticText(report);
            job->m_busy = false;
            Q_EMIT job->changed();
        });
}

void ReportJob::save(const QString &path)
{
    if (m_text.isEmpty() || m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    QThreadPool::globalInstance()->start(
        [job = QPointer<ReportJob>(this), round = m_round, path, bytes = m_text.toUtf8()] {
            const QString fault = write(path, bytes);
            QMetaObject::invokeMethod(
                qApp,
                [job, round, path, fault] {
                    if (!job || round != job->m_round)
                        return;
                    job->m_busy = false;
                    if (!fault.isEmpty())
                        job->m_problem =
                            tr("The report could not be saved as %1: %2. Choose another place.")
                                .arg(QDir::toNativeSeparators(path), fault);
                    Q_EMIT job->changed();
                    if (fault.isEmpty())
                        Q_EMIT job->saved(path);
                },
                Qt::QueuedConnection);
        });
}

void ReportJob::clear()
{
    ++m_round;
    m_text.clear();
    m_problem.clear();
    m_busy = false;
    Q_EMIT changed();
}

} // namespace outlet
