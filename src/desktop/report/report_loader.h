// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/energy_source.h"
#include "base/clock.h"
#include "desktop/report/month_report.h"

namespace outlet {

/// Asks for everything that a month's report is made of. Answers of an earlier question never
/// count. Main thread.
class ReportLoader : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ReportLoader(EnergySource &source, const Clock &clock, QObject *parent = nullptr);

    /// \a standbyBelowWatts by outlet id; an outlet without a limit has no standby.
    void load(const QList<EnergyOutlet> &outlets, const EnergyPeriod &month,
              const QHash<QString, double> &standbyBelowWatts);
    [[nodiscard]] bool isLoading() const { return m_awaited > 0; }
    /// Complete once loaded() was told.
    [[nodiscard]] const MonthReportInput &input() const { return m_input; }
    /// The earliest data of all outlets.
    [[nodiscard]] std::optional<qint64> earliestUtcMs() const { return m_earliestUtcMs; }

Q_SIGNALS:
    void loaded();
    void failed(const QString &text);

private:
    template <typename T>
    void ask(const EnergySource::Answer<T> &answer, std::function<void(const T &)> store);
    void takeExtents(const QList<HistoryExtent> &extents);
    void askStandby(const EnergyPeriod &month, const QHash<QString, double> &limits);

    EnergySource &m_source;
    const Clock &m_clock;
    MonthReportInput m_input;
    std::optional<qint64> m_earliestUtcMs;
    int m_round = 0;
    int m_awaited = 0;
};

} // namespace outlet
