// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <memory>

#include "app/energy_source.h"
#include "app/month_projection.h"
#include "base/clock.h"
#include "desktop/energy/energy_picture.h"

namespace outlet {

/// Asks for what a period's page shows: the period, the one before it, when outlets first had data,
/// and what is expected of the days to come. Answers of an earlier question never count. While it
/// is active it asks again for a period in which something was recorded, at most every kLeastPause.
/// Main thread.
class EnergyLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kLeastPause{5000};

    /// Both must outlive it.
    EnergyLoader(EnergySource &source, Clock &clock, QObject *parent = nullptr);
    ~EnergyLoader() override;

    /// Somebody looks: only then new data leads to new questions.
    void setActive(bool active);
    /// Asks for this. What was loaded before stays until loaded() or failed().
    void load(const QStringList &outletIds, const EnergyPeriod &period);
    /// Asks the same again.
    void reload();

    /// True between a question by load() or reload() and its answer; not while it asks by itself.
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// What the last complete answer was about.
    [[nodiscard]] const EnergyPeriod &period() const { return m_loadedPeriod; }
    [[nodiscard]] const QStringList &outletIds() const { return m_loadedIds; }
    [[nodiscard]] const EnergyReply &now() const { return m_now; }
    [[nodiscard]] const EnergyReply &before() const { return m_before; }
    /// Empty = the outlet has no data at all.
    [[nodiscard]] std::optional<qint64> firstUtcMs(const QString &outletId) const;
    /// The earliest data of all these outlets.
    [[nodiscard]] std::optional<qint64> earliestUtcMs() const;
    /// What is expected of a range to come.
    [[nodiscard]] std::optional<EnergyFigure> expected(TimeRange range) const;

Q_SIGNALS:
    void loadingChanged();
    void loaded();
    /// \a text says what is wrong and what to do.
    void failed(const QString &text);

private:
    void ask();
    void askProjection();
    void take(const std::function<void()> &store);
    void fail(int round, const QString &text);
    void recorded(const QSet<QString> &outletIds, TimeRange range);
    void setLoading(bool loading);

    EnergySource &m_source;
    ClockTimer m_timer;
    Clock &m_clock;
    bool m_isActive = false;
    bool m_isLoading = false;
    bool m_isStale = false; ///< something was recorded while nobody looked
    int m_round = 0;
    int m_awaited = 0;
    QStringList m_ids;
    EnergyPeriod m_period;
    QStringList m_loadedIds;
    EnergyPeriod m_loadedPeriod;
    EnergyReply m_now, m_nextNow;
    EnergyReply m_before, m_nextBefore;
    QHash<QString, qint64> m_firsts;
    MonthProjection m_projection;
    QStringList m_projectedIds;
    QDate m_projectedOn;
    std::optional<std::chrono::milliseconds> m_askedAt;
};

} // namespace outlet
