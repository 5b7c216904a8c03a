// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCollator>
#include <algorithm>
#include <cmath>

#include "desktop/charts/bar_words.h"
#include "desktop/energy/energy_comparison.h"
#include "desktop/energy/energy_view.h"
#include "desktop/energy/rate_words.h"
#include "desktop/format.h"
#include "desktop/outlet_faces.h"

namespace outlet {

namespace {

constexpr double kSameWithin = 0.005; // less is called the same

/// The unit is drawn smaller: a space that does not break lies before it.
QString energyOf(const BarAmount &amount)
{
    return amount.joules ? Format::energy(*amount.joules).text() : Format::unknown();
}

/// The part of the whole that this is; 0 when either is not known.
double partOf(std::optional<double> part, std::optional<double> whole)
{
    return part && whole && *whole > 0 ? *part / *whole : 0;
}

/// The colour that each outlet's bars have.
QHash<QString, int> colorsOf(const BarData &bars, bool byCost)
{
    QHash<QString, int> colors;
    int others = 0;
    for (const BarPart &part : makeBarStack(bars, byCost).parts) {
        if (part.joined > 1)
            others = part.color;
        else
            colors.insert(part.key, part.color);
    }
    for (const BarSeries &series : bars.series) {
        if (!colors.contains(series.key))
            colors.insert(series.key, others);
    }
    return colors;
}

/// Places on the time axis of the comparison: of days the round ones, of the others all that fit.
QList<RunningData::Tick> ticksOf(const BarData &bars, int length)
{
    QList<RunningData::Tick> ticks;
    const QLocale locale;
    if (bars.unit == CalendarUnit::Day && length > 9) {
        for (const int day : {1, 10, 20, length})
            ticks.append({day - 0.5, locale.toString(day)});
        return ticks;
    }
    const int step = length > 9 ? (length + 3) / 4 : 1;
    BarData plain = bars;
    for (BarBucket &bucket : plain.buckets)
        bucket.isCurrent = false;
    const QList<BarTick> labels = BarWords::ticks(plain, 280);
    for (const BarTick &label : labels) {
        if (bars.unit == CalendarUnit::Hour || label.bucket % step == 0)
            ticks.append({double(label.bucket) + 0.5, label.label});
    }
    return ticks;
}

} // namespace

void EnergyView::updateTexts()
{
    Texts texts;
    const Tariff &tariff = m_source->tariff();
    texts.hasPrices = !tariff.plans.isEmpty();
    const bool current = isCurrent();
    switch (m_loader->period().kind()) {
    case EnergyPeriod::Kind::Day:
        texts.energyLabel = current ? tr("Energy today") : tr("Energy");
        break;
    case EnergyPeriod::Kind::Week:
        texts.energyLabel = current ? tr("Energy this week") : tr("Energy");
        break;
    case EnergyPeriod::Kind::Month:
        texts.energyLabel = current ? tr("Energy this month") : tr("Energy");
        break;
    case EnergyPeriod::Kind::Year:
        texts.energyLabel = current ? tr("Energy this year") : tr("Energy");
        break;
    }
    texts.energy = energyOf(m_picture.total);
    texts.cost = Format::money(m_picture.total.cost, m_source->currency());
    if (const auto factor = m_source->tariff().gramsCo2PerKwh)
        texts.carbon = m_picture.total.joules
                           ? Format::carbon(*m_picture.total.joules, *factor).text()
                           : Format::unknown();
    for (const EnergyOutlet &outlet : std::as_const(m_outlets)) {
        const OutletFace *const face = m_faces->find(outlet.id);
        texts.isSimulated = face && face->simulated();
    }
    texts.barsTitle = tr("Energy, %1").arg(m_loader->period().title());
    texts.isBlank = !m_loader->outletIds().isEmpty() ? !m_loader->earliestUtcMs().has_value()
                                                     : m_outlets.isEmpty();
    texts.empty = tr("No readings for %1").arg(m_loader->period().title());
    if (const auto earliest = m_loader->earliestUtcMs())
        texts.emptyNote = tr("First reading: %1").arg(Format::full(*earliest));
    if (m_picture.outletsMissing > 0)
        texts.missing =
            tr("%n outlet(s) could not be heard for %1 in total. Totals leave that time out.",
               nullptr, m_picture.outletsMissing)
                .arg(Format::duration(m_picture.missingMs).text);
    texts.compareTitle = m_texts.compareTitle;
    texts.compare = m_texts.compare;
    texts.compareTone = m_texts.compareTone;
    texts.compareNote = m_texts.compareNote;
    m_texts = texts;
    Q_EMIT changed();
}

void EnergyView::updateComparison()
{
    const EnergyPeriod &period = m_loader->period();
    const bool byCost = hasPrices() && m_picture.total.cost;
    const bool current = isCurrent();
    EnergyComparison comparison =
        compareEnergy(m_picture, m_beforePicture, m_faces->parts().clock.utcMs(), byCost);
    const QString before = period.nameOfPrevious(current);
    comparison.lines.beforeName = before;
    comparison.lines.ticks = ticksOf(m_picture.bars, comparison.lines.length);
    // The same end as the figure above: it knows more days.
    if (current && period.kind() == EnergyPeriod::Kind::Month && comparison.lines.end) {
        const auto projected = m_source->projectedMonth();
        if (projected) {
            const auto end = barHeight({projected->joules, projected->cost}, byCost);
            const auto was = barHeight(m_beforePicture.total, byCost);
            if (end) {
                comparison.lines.end = end;
                if (comparison.change && was)
                    comparison.change = *end / *was - 1;
            }
        }
    }
    const QString what = byCost ? tr("Cost") : tr("Energy");
    if (!current) {
        m_texts.compareTitle =
            period.shortName().isEmpty()
                ? tr("%1 beside %2", "Cost beside the week before").arg(what, before)
                : tr("%1, %2 and %3", "Cost, October and September")
                      .arg(what, period.shortName(), before);
    } else {
        switch (period.kind()) {
        case EnergyPeriod::Kind::Day:
            m_texts.compareTitle = tr("%1 today and yesterday").arg(what);
            break;
        case EnergyPeriod::Kind::Week:
            m_texts.compareTitle = tr("%1 this week and last").arg(what);
            break;
        case EnergyPeriod::Kind::Month:
            m_texts.compareTitle = tr("%1 this month and last").arg(what);
            break;
        case EnergyPeriod::Kind::Year:
            m_texts.compareTitle = tr("%1 this year and last").arg(what);
            break;
        }
    }
    m_texts.compare.clear();
    m_texts.compareTone = Ui::ToneNeutral;
    m_texts.compareNote.clear();
    if (comparison.change) {
        const double change = *comparison.change;
        if (std::abs(change) < kSameWithin)
            m_texts.compare = tr("Same as %1").arg(before);
        else
            m_texts.compare = (change < 0 ? tr("%1 below %2") : tr("%1 above %2"))
                                  .arg(Format::share(std::abs(change)), before);
        if (comparison.isSoFar)
            m_texts.compare = tr("%1 so far").arg(m_texts.compare);
        m_texts.compareTone = change < -kSameWithin ? Ui::ToneAccent : Ui::ToneNeutral;
    } else if (comparison.tooLittleKnown) {
        m_texts.compareNote = tr("Too little is known of %1 to compare with it.").arg(before);
    }
    m_running.setData(comparison.lines);
}

void EnergyView::updateRates()
{
    m_rates.clear();
    if (m_picture.rates.isEmpty() || !m_picture.total.joules)
        return;
    const qint64 end = m_loader->period().range().endUtcMs - 1;
    const QDate date = m_source->calendar().date(std::min(end, m_faces->parts().clock.utcMs()));
    const Tariff &tariff = m_source->tariff();
    const auto whole = barHeight(m_picture.total, false);
    int rank = 0;
    for (const RateUse &use : std::as_const(m_picture.rates)) {
        QStringList details;
        const QString times = use.plan < tariff.plans.size()
                                  ? RateWords::times(tariff.plans.at(use.plan), use.period, date)
                                  : QString();
        if (!times.isEmpty())
            details += times;
        details += Format::pricePerKwh(use.pricePerKwhE4, m_source->currency());
        const double fraction = partOf(barHeight({use.joules, {}}, false), whole);
        m_rates.append(
            QVariantMap{{QStringLiteral("name"), use.name.isEmpty() ? tr("One price") : use.name},
                        {QStringLiteral("details"), details.join(QStringLiteral(", "))},
                        {QStringLiteral("share"), Format::share(fraction)},
                        {QStringLiteral("cost"), Format::money(use.cost, m_source->currency())},
                        {QStringLiteral("fraction"), fraction},
                        {QStringLiteral("rank"), rank++},
                        {QStringLiteral("count"), m_picture.rates.size()}});
    }
}

void EnergyView::updateRanking()
{
    const bool byCost = usesCost();
    const QHash<QString, int> colors = colorsOf(m_picture.bars, byCost);
    QList<EnergyShare> shares = m_picture.shares;
    const auto height = [](const EnergyShare &share, bool cost) {
        return barHeight(share.amount, cost).value_or(-1);
    };
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(shares.begin(), shares.end(), [&](const EnergyShare &a, const EnergyShare &b) {
        switch (m_sort) {
        case Ui::EnergyMostUsed:
            return height(a, false) > height(b, false);
        case Ui::EnergyDearest:
            return height(a, true) > height(b, true);
        case Ui::EnergyName:
            return collator.compare(a.outlet.name, b.outlet.name) < 0;
        case Ui::EnergyMyOrder:
            break;
        }
        return false;
    });
    double largest = 0;
    for (const EnergyShare &share : std::as_const(shares))
        largest = std::max(largest, height(share, byCost));
    QList<EnergyRanking::Row> rows;
    for (const EnergyShare &share : std::as_const(shares)) {
        EnergyRanking::Row row;
        row.outletId = share.outlet.id;
        row.name = share.outlet.name;
        row.icon = share.outlet.icon;
        row.color = colors.value(share.outlet.id);
        row.fraction = largest > 0 ? std::max(0.0, height(share, byCost)) / largest : 0;
        row.value = BarWords::amount(share.amount, byCost, m_source->currency());
        QStringList details;
        if (barHeight(share.amount, byCost))
            details += Format::share(
                partOf(barHeight(share.amount, byCost), barHeight(m_picture.total, byCost)));
        if (hasPrices() && share.amount.joules)
            details += BarWords::amount(share.amount, !byCost, m_source->currency());
        row.details = details.join(QStringLiteral(" · "));
        if (share.missingMs > 0)
            row.note = tr("%1 missing").arg(Format::duration(share.missingMs).text);
        rows.append(row);
    }
    m_ranking.setRows(rows);
}

} // namespace outlet
