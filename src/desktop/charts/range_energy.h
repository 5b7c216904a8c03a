// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtQml/qqmlregistration.h>
#include <memory>

#include "desktop/charts/bar_source.h"
#include "desktop/charts/chart_range.h"
#include "desktop/charts/outlet_energy_loader.h"

namespace outlet {

/// What one outlet used in a range, as the figures above its chart and as the bars below it. Main
/// thread.
class RangeEnergy : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::OutletFace *face READ face WRITE setFace NOTIFY faceChanged FINAL)
    Q_PROPERTY(outlet::ChartRange *range READ range WRITE setRange NOTIFY rangeChanged FINAL)

    /// "0.97 kWh"; the sign of the unknown where nothing is known, and while it is awaited. While a
    /// range is zoomed or moved, the figures and bars of before stay until it stands still and
    /// there are others.
    Q_PROPERTY(QString energyText READ energyText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString costText READ costText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString averageText READ averageText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString peakText READ peakText NOTIFY figuresChanged FINAL)
    /// Energy used below the outlet's standby limit, in parts of the energy.
    Q_PROPERTY(QString standbyText READ standbyText NOTIFY figuresChanged FINAL)
    /// "46 min missing": what the figures leave out; empty when it is not worth a word.
    Q_PROPERTY(QString missingText READ missingText NOTIFY figuresChanged FINAL)

    /// Steps that the bars can have for this range, as words; and which of them they have.
    Q_PROPERTY(QStringList units READ units NOTIFY unitsChanged FINAL)
    Q_PROPERTY(int unit READ unit WRITE setUnit NOTIFY barsChanged FINAL)
    /// "Energy per hour"
    Q_PROPERTY(QString barsTitle READ barsTitle NOTIFY barsChanged FINAL)
    /// Which time the bars show, where it is another than the range's; or empty.
    Q_PROPERTY(QString barsNote READ barsNote NOTIFY barsChanged FINAL)
    Q_PROPERTY(bool barsLoading READ areBarsLoading NOTIFY barsChanged FINAL)
    Q_PROPERTY(QString barsError READ barsError NOTIFY barsChanged FINAL)
    Q_PROPERTY(outlet::BarSource *bars READ bars CONSTANT FINAL)
public:
    explicit RangeEnergy(QObject *parent = nullptr);
    ~RangeEnergy() override;

    [[nodiscard]] OutletFace *face() const { return m_face; }
    void setFace(OutletFace *face);
    [[nodiscard]] ChartRange *range() const { return m_range; }
    void setRange(ChartRange *range);

    [[nodiscard]] QString energyText() const { return m_figures.energy; }
    [[nodiscard]] QString costText() const { return m_figures.cost; }
    [[nodiscard]] QString averageText() const { return m_figures.average; }
    [[nodiscard]] QString peakText() const { return m_figures.peak; }
    [[nodiscard]] QString standbyText() const { return m_figures.standby; }
    [[nodiscard]] QString missingText() const { return m_figures.missing; }

    [[nodiscard]] QStringList units() const { return m_units; }
    [[nodiscard]] int unit() const { return m_unit; }
    void setUnit(int unit);
    [[nodiscard]] QString barsTitle() const;
    [[nodiscard]] QString barsNote() const;
    [[nodiscard]] bool areBarsLoading() const { return m_barLoader && m_barLoader->isLoading(); }
    [[nodiscard]] QString barsError() const;
    [[nodiscard]] BarSource *bars() { return &m_bars; }

    /// Asks again after an error.
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void faceChanged();
    void rangeChanged();
    void figuresChanged();
    void unitsChanged();
    void barsChanged();

private:
    /// As long a range must stand still before it is asked for: nobody reads what a wheel passes.
    static constexpr std::chrono::milliseconds kSettle{120};

    struct Figures
    {
        QString energy, cost, average, peak, standby, missing;
        friend bool operator==(const Figures &, const Figures &) = default;
    };
    /// Bars of one step over one time.
    struct Bars
    {
        CalendarUnit unit = CalendarUnit::Hour;
        TimeRange range;
    };

    void start();
    void rangeMoved();
    void ask();
    void askExtent();
    void makeFigures();
    void makeBars();
    [[nodiscard]] QList<Bars> choices() const;

    QPointer<OutletFace> m_face;
    QPointer<ChartRange> m_range;
    std::unique_ptr<OutletEnergyLoader> m_figureLoader;
    std::unique_ptr<OutletEnergyLoader> m_barLoader;
    std::optional<qint64> m_firstUtcMs; ///< the outlet's first data of all
    quint64 m_extentNumber = 0;
    Figures m_figures;
    std::unique_ptr<ClockTimer> m_settleTimer;
    TimeRange m_base;       ///< the range that is zoomed and moved within
    bool m_isMoved = false; ///< the figures of before stay until there are others
    QList<Bars> m_choices;
    QStringList m_units;
    int m_unit = 0;
    int m_jumps = -1; ///< of the range, for which the unit was chosen
    BarSource m_bars;
};

} // namespace outlet
