// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/month_report.h"

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>

#include "desktop/charts/bar_stack.h"
#include "desktop/energy/energy_comparison.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr int kMostGaps = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(outlet::MonthReport)
};

QString tr(const char *text)
{
    return Words::tr(text);
}

QString energyText(std::optional<qint64> joules)
{
    return joules ? Format::energy(*joules).text() : Format::unknown();
}

/// "+9%", "−8%", "0%".
QString changeText(double change)
{
    const double percent = std::round(change * 100);
    const QString number = Format::number(percent, 0);
    return (percent > 0 ? u'+' + number : number) + u'%';
}

/// Makes the parts of a report one after the other.
class Maker
{
public:
    explicit Maker(const MonthReportInput &input)
        : m_in(input)
        , m_calendar(input.period.calendar())
        , m_now(makeEnergyPicture(input.days, input.outlets, input.period, input.tariff,
                                  input.currency, input.nowUtcMs))
        , m_before(makeEnergyPicture(input.before, input.outlets, input.period.previous(),
                                     input.tariff, input.currency, input.nowUtcMs))
        , m_isOver(input.period.range().endUtcMs <= input.nowUtcMs)
        , m_beforeName(input.period.nameOfPrevious(!m_isOver))
    {
        // What is over is compared with what is over, and only where enough is known.
        m_compares = m_isOver && m_before.knownFraction >= kLeastKnown && m_now.total.joules &&
                     m_before.total.joules.value_or(0) > 0;
    }

    MonthReport make()
    {
        head();
        figures();
        if (m_compares)
            change();
        table();
        rates();
        gaps();
        carbon();
        m_report.days = daysByRate(m_now, m_in.days);
        m_report.isEmpty = !m_now.total.joules;
        return m_report;
    }

private:
    QString money(std::optional<Money> amount) const
    {
        return Format::money(amount, m_in.currency);
    }
    bool hasPrices() const { return !m_in.tariff.plans.isEmpty(); }
    /// The days of the month that have begun.
    int dayCount() const
    {
        const QDate first = m_calendar.date(m_in.period.range().startUtcMs);
        const qint64 end = std::min(m_in.period.range().endUtcMs, m_in.nowUtcMs + 1);
        return static_cast<int>(first.daysTo(m_calendar.date(end - 1))) + 1;
    }
    TimeRange passed() const
    {
        const TimeRange range = m_in.period.range();
        return {range.startUtcMs, std::min(range.endUtcMs, m_in.nowUtcMs)};
    }
    const PricePlan *plan() const
    {
        const int index = planOn(m_in.tariff, m_calendar.date(passed().endUtcMs - 1));
        return index < 0 ? nullptr : &m_in.tariff.plans.at(index);
    }

    void head()
    {
        const QString month = m_in.period.title();
        m_report.title = tr("Energy report, %1").arg(month);
        if (!m_isOver)
            m_report.title = tr("%1 so far").arg(m_report.title);
        const QDate first = m_calendar.date(m_in.period.range().startUtcMs);
        const QDate last = first.addDays(dayCount() - 1);
        m_report.subtitle =
            tr("%1 to %2, %3, %4. Made %5.")
                .arg(Format::date(first, false), Format::date(last, false),
                     Words::tr("%n day(s)", nullptr, dayCount()),
                     Words::tr("%n outlet(s)", nullptr, static_cast<int>(m_in.outlets.size())),
                     Format::date(m_calendar.date(m_in.nowUtcMs)));
        if (const PricePlan *current = plan()) {
            if (!current->name.isEmpty())
                m_report.plan += current->name;
            m_report.plan += tr("from %1").arg(Format::date(current->validFrom));
        }
    }

    void figures()
    {
        const auto was = [this](const QString &text) {
            return tr("%1: %2").arg(m_beforeName, text);
        };
        MonthReport::Figure energy{tr("Energy"), energyText(m_now.total.joules), {}};
        if (m_before.total.joules)
            energy.note = was(energyText(m_before.total.joules));
        m_report.figures += energy;
        if (!hasPrices()) {
            MonthReport::Figure mean{tr("A day"), Format::unknown(), {}};
            if (m_now.total.joules)
                mean.value = energyText(*m_now.total.joules / dayCount());
            m_report.figures += mean;
            return;
        }
        MonthReport::Figure cost{tr("Energy cost"), money(m_now.total.cost), {}};
        if (m_before.total.cost)
            cost.note = was(money(m_before.total.cost));
        m_report.figures += cost;
        const auto standing = standingCharge(m_in.tariff, passed(), m_calendar);
        MonthReport::Figure charge{tr("Standing charge"), money(standing), {}};
        charge.note = standingNote();
        m_report.figures += charge;
        std::optional<Money> total;
        if (m_now.total.cost && standing)
            total = *m_now.total.cost + *standing;
        MonthReport::Figure sum{tr("Total"), money(total), {}};
        if (total)
            sum.note = tr("%1 a day").arg(money(Money::ofUnits(total->units() / dayCount())));
        m_report.figures += sum;
    }

    /// "31 days at $0.35", where it was the same on all of them.
    QString standingNote() const
    {
        const QDate first = m_calendar.date(m_in.period.range().startUtcMs);
        std::optional<int> rate;
        for (int day = 0; day < dayCount(); ++day) {
            const int index = planOn(m_in.tariff, first.addDays(day));
            const int here = index < 0 ? 0 : m_in.tariff.plans.at(index).standingChargePerDayE4;
            if (rate && *rate != here)
                return Words::tr("%n day(s), the price changed", nullptr, dayCount());
            rate = here;
        }
        if (rate.value_or(0) == 0)
            return tr("None in these prices");
        return tr("%1 at %2")
            .arg(Words::tr("%n day(s)", nullptr, dayCount()), money(Money::ofE4(*rate)));
    }

    void change()
    {
        const qint64 joules = *m_now.total.joules;
        const qint64 was = *m_before.total.joules;
        const double change = double(joules) / double(was) - 1;
        m_report.change = changeText(change);
        // Who made most of it.
        qint64 most = 0;
        QString who;
        for (qsizetype i = 0; i < m_now.shares.size(); ++i) {
            const EnergyShare &share = m_now.shares.at(i);
            const auto &earlier = m_before.shares.at(i).amount.joules;
            if (!share.amount.joules || !earlier)
                continue;
            const qint64 difference = *share.amount.joules - *earlier;
            if ((change >= 0) == (difference >= 0) && std::abs(difference) > std::abs(most)) {
                most = difference;
                who = share.outlet.name;
            }
        }
        QString text = change >= 0 ? tr("more energy than in %1") : tr("less energy than in %1");
        if (std::round(change * 100) == 0)
            text = tr("as much energy as in %1");
        else if (change < 0)
            m_report.change = Format::share(-change);
        text = text.arg(m_beforeName);
        if (!who.isEmpty() && std::round(change * 100) != 0)
            text = tr("%1, mostly %2 (%3%4)")
                       .arg(text, who, most > 0 ? QStringLiteral("+") : QStringLiteral("−"),
                            Format::energy(std::abs(most)).text());
        text += u'.';
        for (const PricePlan &plan : m_in.tariff.plans) {
            const qint64 start = m_calendar.dayStartUtcMs(plan.validFrom);
            const bool isFirst = &plan == &m_in.tariff.plans.constFirst();
            if (!isFirst && m_in.period.range().contains(start))
                text += u' ' + tr("Prices changed on %1.").arg(Format::date(plan.validFrom, false));
        }
        m_report.changeText = text;
    }

    /// The part of the earlier month in which this outlet was known.
    double knownBefore(qsizetype outlet) const
    {
        qint64 known = 0;
        for (const EnergyRow &row : m_in.before.outlets.value(outlet).rows)
            known += row.energy.knownMs;
        return double(known) / double(m_in.period.previous().range().lengthMs());
    }

    QString standbyText(const EnergyShare &share) const
    {
        const auto found = m_in.standbyJoules.constFind(share.outlet.id);
        if (found == m_in.standbyJoules.cend() || share.amount.joules.value_or(0) <= 0)
            return Format::unknown();
        return Format::share(double(std::min(*found, *share.amount.joules)) /
                             double(*share.amount.joules));
    }

    static QString gapText(qint64 missingMs)
    {
        return missingMs > 0 ? Format::duration(missingMs).text : tr("none");
    }

    void table()
    {
        m_report.columns = {tr("Energy"), tr("Share")};
        if (hasPrices())
            m_report.columns += tr("Cost");
        m_report.columns += tr("vs %1").arg(m_beforeName);
        m_report.columns += {tr("Standby"), tr("No data")};

        QList<qsizetype> order(m_now.shares.size());
        for (qsizetype i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [this](qsizetype a, qsizetype b) {
            return m_now.shares.at(a).amount.joules.value_or(-1) >
                   m_now.shares.at(b).amount.joules.value_or(-1);
        });
        const double whole = double(m_now.total.joules.value_or(0));
        for (const qsizetype i : std::as_const(order)) {
            const EnergyShare &share = m_now.shares.at(i);
            const auto &joules = share.amount.joules;
            MonthReport::Row row{
                share.outlet.icon, share.outlet.name, share.outlet.room, {}, share.missingMs > 0};
            row.cells = {energyText(joules), joules && whole > 0
                                                 ? Format::share(double(*joules) / whole)
                                                 : Format::unknown()};
            if (hasPrices())
                row.cells += money(share.amount.cost);
            const qint64 was = m_before.shares.at(i).amount.joules.value_or(0);
            const bool compares = m_isOver && joules && was > 0 && knownBefore(i) >= kLeastKnown;
            row.cells +=
                compares ? changeText(double(*joules) / double(was) - 1) : Format::unknown();
            row.cells += standbyText(share);
            row.cells += gapText(share.missingMs);
            m_report.rows += row;
        }
        MonthReport::Row &total = m_report.total;
        total.name = tr("All outlets");
        total.hasGap = m_now.missingMs > 0;
        total.cells = {energyText(m_now.total.joules),
                       whole > 0 ? Format::share(1) : Format::unknown()};
        if (hasPrices())
            total.cells += money(m_now.total.cost);
        total.cells +=
            m_compares
                ? changeText(double(*m_now.total.joules) / double(*m_before.total.joules) - 1)
                : Format::unknown();
        total.cells += totalStandby();
        total.cells += gapText(m_now.missingMs);
    }

    QString totalStandby() const
    {
        qint64 standby = 0;
        qint64 whole = 0;
        for (const EnergyShare &share : m_now.shares) {
            if (!share.amount.joules)
                continue;
            const auto found = m_in.standbyJoules.constFind(share.outlet.id);
            if (found == m_in.standbyJoules.cend())
                return Format::unknown(); // a sum over something unknown
            standby += std::min(*found, *share.amount.joules);
            whole += *share.amount.joules;
        }
        return whole > 0 ? Format::share(double(standby) / double(whole)) : Format::unknown();
    }

    void rates()
    {
        for (const RateUse &use : m_now.rates) {
            if (!m_now.total.joules)
                return;
            const QString price = Format::pricePerKwh(use.pricePerKwhE4, m_in.currency);
            m_report.rates +=
                {use.name.isEmpty() ? price : tr("%1, %2").arg(use.name, price),
                 energyText(use.joules), money(use.cost),
                 *m_now.total.joules > 0 ? double(use.joules) / double(*m_now.total.joules) : 0};
        }
    }

    void gaps()
    {
        const QList<ReportGap> found = gapsIn(m_in.hours, m_in.outlets, m_in.nowUtcMs);
        for (const ReportGap &gap : found) {
            if (m_report.gaps.size() == kMostGaps) {
                m_report.moreGaps = static_cast<int>(found.size()) - kMostGaps;
                return;
            }
            const auto outlet =
                std::find_if(m_in.outlets.begin(), m_in.outlets.end(),
                             [&](const EnergyOutlet &each) { return each.id == gap.outletId; });
            const QDate first = m_calendar.date(gap.range.startUtcMs);
            const QDate last = m_calendar.date(gap.range.endUtcMs - 1);
            const QString from = Format::clock(m_calendar.minuteOfDay(gap.range.startUtcMs));
            const QString to = Format::clock(m_calendar.minuteOfDay(gap.range.endUtcMs));
            m_report.gaps +=
                {outlet->name,
                 first == last
                     ? tr("%1, %2 to %3").arg(Format::date(first, false), from, to)
                     : tr("%1, %2 to %3, %4")
                           .arg(Format::date(first, false), from, Format::date(last, false), to),
                 Format::duration(gap.missingMs).text};
        }
    }

    void carbon()
    {
        const auto factor = m_in.tariff.gramsCo2PerKwh;
        if (!factor)
            return;
        m_report.carbonName = tr("CO₂, %1 g/kWh").arg(Format::number(*factor, 0));
        m_report.carbon = m_now.total.joules ? Format::carbon(*m_now.total.joules, *factor).text()
                                             : Format::unknown();
    }

    const MonthReportInput &m_in;
    const LocalCalendar &m_calendar;
    EnergyPicture m_now;
    EnergyPicture m_before;
    bool m_isOver;
    QString m_beforeName;
    bool m_compares = false;
    MonthReport m_report;
};

} // namespace

MonthReport makeMonthReport(const MonthReportInput &input)
{
    return Maker(input).make();
}

QString MonthReport::summary() const
{
    QStringList parts{title, subtitle};
    for (const Figure &figure : figures)
        parts += QStringLiteral("%1: %2").arg(figure.label, figure.value);
    if (!change.isEmpty())
        parts += change + u' ' + changeText;
    if (!carbonName.isEmpty())
        parts += QStringLiteral("%1: %2").arg(carbonName, carbon);
    for (const Row &row : rows)
        parts += QStringLiteral("%1: %2").arg(row.name, row.cells.first());
    return parts.join(QStringLiteral(", "));
}

} // namespace outlet
