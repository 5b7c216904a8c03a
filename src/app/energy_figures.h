// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSet>

#include "app/energy_source.h"
#include "app/month_projection.h"

namespace outlet {

/// Keeps what each outlet and the home used today and in this billing month, by asking again for
/// what has changed: at most once a second, and never so often that asking takes more than a
/// twentieth of the time. Main thread.
class EnergyFigures : public QObject
{
    Q_OBJECT
public:
    using AskEnergy = std::function<EnergySource::Answer<EnergyReply>(const QStringList &,
                                                                      const QList<qint64> &)>;
    using AskExtents =
        std::function<EnergySource::Answer<QList<HistoryExtent>>(const QStringList &)>;

    static constexpr std::chrono::milliseconds kLeastPause{1000};
    static constexpr std::chrono::milliseconds kRetry{5000};

    /// \a clock must outlive this; nothing is asked before the first start().
    EnergyFigures(AskEnergy askEnergy, AskExtents askExtents, Clock &clock,
                  QObject *parent = nullptr);

    /// The outlets to keep figures of, and those of them that make the home's.
    void setOutlets(const QStringList &outletIds, const QStringList &ofHome);
    /// Asks for everything anew, in this local time and at these prices. What is known stays shown
    /// until the answers are there.
    void start(const LocalCalendar &calendar, const Tariff &tariff);
    /// There are new data. Asks for what they touch.
    void recorded(const QSet<QString> &outletIds, TimeRange range);

    [[nodiscard]] EnergyFigure today(const QString &outletId) const;
    [[nodiscard]] EnergyFigure thisMonth(const QString &outletId) const;
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const;

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        EnergyBucket energy;
        std::optional<Money> cost;
    };
    struct Outlet
    {
        std::optional<qint64> firstUtcMs; ///< its first data of all
        bool isRead = false;
        qint64 asOfUtcMs = 0;
        Part before; ///< of the month, before today
        Part today;
    };

    void soon(std::chrono::milliseconds delay);
    void askNext();
    void askParts(const QStringList &outletIds, bool withBefore);
    void takeParts(const EnergyReply &reply, bool withBefore);
    void askProjection();
    void asked(bool ok);
    void checkDay();
    void waitForTheDay();
    [[nodiscard]] EnergyFigure figure(const QString &outletId, bool month) const;
    [[nodiscard]] EnergyFigure figureOf(const Outlet &outlet, bool month) const;

    AskEnergy m_askEnergy;
    AskExtents m_askExtents;
    Clock &m_clock;
    ClockTimer m_timer;
    ClockTimer m_dayTimer;
    LocalCalendar m_calendar;
    Tariff m_tariff;
    TimeRange m_month;
    TimeRange m_today;
    QHash<QString, Outlet> m_outlets;
    QStringList m_ofHome;
    QSet<QString> m_wantsAll;
    QSet<QString> m_wantsToday;
    QStringList m_projecting; ///< outlets that the projection has still to ask for
    bool m_wantsProjection = false;
    MonthProjection m_nextProjection;
    MonthProjection m_projection;
    std::chrono::milliseconds m_askedAt{0};
    int m_round = 0; ///< answers of an earlier start() do not count
    bool m_isAsking = false;
    bool m_isStarted = false;
};

} // namespace outlet
