// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/waiting_reports.h"

#include <QtCore/QtEndian>
#include <bit>
#include <cmath>
#include <limits>

namespace outlet {

static constexpr qsizetype kReportBytes = 32;

void appendWaitingReport(QByteArray &bytes, const MeasuredReport &report)
{
    char fields[kReportBytes];
    qToLittleEndian(report.arrivalUtcMs, fields);
    qToLittleEndian(report.joules, fields + 8);
    qToLittleEndian(report.seconds, fields + 16);
    const double mostWatts = report.mostWatts.value_or(std::numeric_limits<double>::quiet_NaN());
    qToLittleEndian(std::bit_cast<quint64>(mostWatts), fields + 24);
    bytes.append(fields, kReportBytes);
}

QList<MeasuredReport> waitingReports(const QByteArray &bytes, const QString &outletId)
{
    QList<MeasuredReport> reports;
    reports.reserve(bytes.size() / kReportBytes);
    for (qsizetype at = 0; at + kReportBytes <= bytes.size(); at += kReportBytes) {
        const char *fields = bytes.constData() + at;
        MeasuredReport report;
        report.outletId = outletId;
        report.arrivalUtcMs = qFromLittleEndian<qint64>(fields);
        report.joules = qFromLittleEndian<qint64>(fields + 8);
        report.seconds = qFromLittleEndian<qint64>(fields + 16);
        const auto mostWatts = std::bit_cast<double>(qFromLittleEndian<quint64>(fields + 24));
        if (std::isfinite(mostWatts))
            report.mostWatts = mostWatts;
        reports.append(report);
    }
    return reports;
}

} // namespace outlet
