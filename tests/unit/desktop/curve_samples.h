// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "automation/countdown_service.h"
#include "base/manual_clock.h"
#include "desktop/charts/chart_curves.h"
#include "desktop/english_plurals.h"
#include "desktop/outlet_face.h"
#include "fake_energy.h"
#include "outlets/outlet_registry.h"

namespace outlet::test {

inline constexpr qint64 kMinute = 60'000;
inline constexpr qint64 kHour = 60 * kMinute;

/// An instant in the zone of \a calendar.
inline qint64 at(const LocalCalendar &calendar, const char *text)
{
    return calendar.instantFromText(QString::fromLatin1(text)).value_or(0);
}

/// An answer in buckets, each \a watts with 10 W below and above; NaN = not known.
inline CurveAnswer bucketAnswer(const CurveQuery &query, const QList<double> &watts)
{
    CurveAnswer answer;
    answer.outletId = query.outletId;
    answer.range = query.range;
    answer.bucketMs = query.bucketMs;
    answer.firstUtcMs = query.range.startUtcMs;
    answer.asOfUtcMs = query.range.startUtcMs + watts.size() * query.bucketMs;
    bool isBroken = true;
    for (qsizetype i = 0; i < watts.size(); ++i) {
        const qint64 start = query.range.startUtcMs + i * query.bucketMs;
        const bool isKnown = watts.at(i) == watts.at(i);
        const TimeRange range{start, start + query.bucketMs};
        const auto state = !isKnown          ? StateSpan::State::Offline
                           : watts.at(i) > 0 ? StateSpan::State::On
                                             : StateSpan::State::Off;
        if (!answer.states.isEmpty() && answer.states.constLast().state == state)
            answer.states.last().range.endUtcMs = range.endUtcMs;
        else
            answer.states.append({range, state});
        if (!isKnown) {
            isBroken = true;
            continue;
        }
        const auto value = static_cast<float>(watts.at(i));
        answer.points.append({start, query.bucketMs, value, std::max(value - 10, 0.0F), value + 10,
                              std::exchange(isBroken, false)});
    }
    return answer;
}

/// One known outlet whose past is asked for, and what the chart of it needs. Local time is New
/// York's; now is Tuesday, 2025-11-18, 5:00 PM there.
class ChartBed
{
public:
    ChartBed()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_plurals);
        energy.local = LocalCalendar(QTimeZone("America/New_York"), Qt::Sunday);
        clock.setUtcMs(at(energy.local, "2025-11-18T17:00"));
        Outlet *outlet = registry.findOrAdd(QStringLiteral("a"));
        registry.allow(outlet);
        face = std::make_unique<OutletFace>(*outlet,
                                            FaceParts{registry, countdowns, clock, {}, &energy});
        range.setFace(face.get());
        face->rename(QStringLiteral("Desk"));
        curves.setRange(&range);
        curves.setFace(face.get());
    }
    ~ChartBed()
    {
        curves.setFace(nullptr);
        range.setFace(nullptr);
        QCoreApplication::removeTranslator(&m_plurals);
    }

    [[nodiscard]] const auto &lastCurve() const { return energy.curvesAsked.constLast(); }

    ManualClock clock;
    OutletRegistry registry{clock, nullptr};
    CountdownService countdowns{registry, clock};
    FakeEnergy energy;
    std::unique_ptr<OutletFace> face;
    ChartRange range;
    ChartCurves curves;

private:
    EnglishPlurals m_plurals;
};

} // namespace outlet::test
