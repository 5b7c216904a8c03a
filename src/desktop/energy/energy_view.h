// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantList>
#include <memory>

#include "desktop/charts/bar_source.h"
#include "desktop/charts/running_source.h"
#include "desktop/energy/energy_loader.h"
#include "desktop/energy/energy_ranking.h"
#include "desktop/ui.h"

namespace outlet {

class OutletFaces;

/// The Energy page: a period's bars, sums, ranking, comparison and times, as finished texts. Real
/// outlets only; simulated ones where there are no others. Main thread.
class EnergyView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// False where nothing is recorded at all.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    /// Somebody looks at it: it loads and follows what is recorded.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(outlet::Ui::Period period READ period WRITE setPeriod NOTIFY periodChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY periodChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY periodChanged FINAL)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY periodChanged FINAL)
    /// Bars can be opened: months and days.
    Q_PROPERTY(bool canOpenBars READ canOpenBars NOTIFY periodChanged FINAL)
    Q_PROPERTY(bool byCost READ byCost WRITE setByCost NOTIFY byCostChanged FINAL)
    Q_PROPERTY(outlet::Ui::EnergySort sort READ sort WRITE setSort NOTIFY sortChanged FINAL)

    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged FINAL)
    /// Why nothing could be loaded; empty = nothing is wrong.
    Q_PROPERTY(QString errorText READ errorText NOTIFY loadingChanged FINAL)
    /// There is no data of any outlet at any time.
    Q_PROPERTY(bool blank READ isBlank NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPrices READ hasPrices NOTIFY changed FINAL)
    Q_PROPERTY(QString energyLabel READ energyLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString energyText READ energyText NOTIFY changed FINAL)
    Q_PROPERTY(QString costText READ costText NOTIFY changed FINAL)
    /// CO₂ of what was used; empty where the prices have no factor for it.
    Q_PROPERTY(QString carbonText READ carbonText NOTIFY changed FINAL)
    /// There are only outlets that are not real and of which nothing is kept.
    Q_PROPERTY(bool simulated READ isSimulated NOTIFY changed FINAL)
    Q_PROPERTY(QString barsTitle READ barsTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyNote READ emptyNote NOTIFY changed FINAL)
    /// "2 outlets were offline for 1 h 20 min in total. Totals leave that time out."; or empty.
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed FINAL)

    Q_PROPERTY(QString compareTitle READ compareTitle NOTIFY changed FINAL)
    /// "11% below October"; empty when nothing can be said.
    Q_PROPERTY(QString compareText READ compareText NOTIFY changed FINAL)
    Q_PROPERTY(outlet::Ui::Tone compareTone READ compareTone NOTIFY changed FINAL)
    /// Why there is nothing to compare with; or empty.
    Q_PROPERTY(QString compareNote READ compareNote NOTIFY changed FINAL)
    /// List of {name, details, share, cost, fraction, rank, count}, the dearest first.
    Q_PROPERTY(QVariantList rates READ rates NOTIFY changed FINAL)

    /// "Peak now · $0.24/kWh until 9:00 PM"; empty where one price holds all the time.
    Q_PROPERTY(QString rateText READ rateText NOTIFY rateChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone rateTone READ rateTone NOTIFY rateChanged FINAL)

    Q_PROPERTY(outlet::BarSource *bars READ bars CONSTANT FINAL)
    Q_PROPERTY(outlet::RunningSource *running READ running CONSTANT FINAL)
    Q_PROPERTY(outlet::EnergyRanking *ranking READ ranking CONSTANT FINAL)
public:
    /// For QML: shows the outlets of OutletFaces::shared().
    explicit EnergyView(QObject *parent = nullptr);
    explicit EnergyView(OutletFaces *faces, QObject *parent = nullptr);
    ~EnergyView() override;

    [[nodiscard]] bool available() const { return m_loader != nullptr; }
    [[nodiscard]] bool active() const { return m_isActive; }
    void setActive(bool active);
    [[nodiscard]] Ui::Period period() const;
    /// The same place in time as another kind of period; now, where now is in it.
    void setPeriod(Ui::Period period);
    [[nodiscard]] QString title() const { return m_period.title(); }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    [[nodiscard]] bool canOpenBars() const { return period() != Ui::PeriodDay; }
    [[nodiscard]] bool byCost() const { return m_byCost; }
    void setByCost(bool byCost);
    [[nodiscard]] Ui::EnergySort sort() const { return m_sort; }
    void setSort(Ui::EnergySort sort);

    [[nodiscard]] bool loading() const { return m_loader && m_loader->isLoading(); }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isBlank() const { return m_texts.isBlank; }
    [[nodiscard]] bool hasPrices() const { return m_texts.hasPrices; }
    [[nodiscard]] QString energyLabel() const { return m_texts.energyLabel; }
    [[nodiscard]] QString energyText() const { return m_texts.energy; }
    [[nodiscard]] QString costText() const { return m_texts.cost; }
    [[nodiscard]] QString carbonText() const { return m_texts.carbon; }
    [[nodiscard]] bool isSimulated() const { return m_texts.isSimulated; }
    [[nodiscard]] QString barsTitle() const { return m_texts.barsTitle; }
    [[nodiscard]] QString emptyText() const { return m_texts.empty; }
    [[nodiscard]] QString emptyNote() const { return m_texts.emptyNote; }
    [[nodiscard]] QString missingText() const { return m_texts.missing; }
    [[nodiscard]] QString compareTitle() const { return m_texts.compareTitle; }
    [[nodiscard]] QString compareText() const { return m_texts.compare; }
    [[nodiscard]] Ui::Tone compareTone() const { return m_texts.compareTone; }
    [[nodiscard]] QString compareNote() const { return m_texts.compareNote; }
    [[nodiscard]] QVariantList rates() const { return m_rates; }
    [[nodiscard]] QString rateText() const { return m_rateText; }
    [[nodiscard]] Ui::Tone rateTone() const { return m_rateTone; }
    [[nodiscard]] BarSource *bars() { return &m_bars; }
    [[nodiscard]] RunningSource *running() { return &m_running; }
    [[nodiscard]] EnergyRanking *ranking() { return &m_ranking; }
    /// The picture that is shown, for tests.
    [[nodiscard]] const EnergyPicture &picture() const { return m_picture; }

    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    /// Opens a bar: a month of a year, a day of a month or week. Nothing for hours.
    Q_INVOKABLE void openBar(int bar);
    /// From a day that was opened back to where it was opened; false when there is no such place.
    Q_INVOKABLE bool goUp();
    Q_INVOKABLE void retry();
    /// The month that is shown, or the one in which the shown period begins, as "2025-10-01".
    [[nodiscard]] Q_INVOKABLE QString month() const;
    /// The first and the last day that is shown and has begun, as "2025-10-01".
    [[nodiscard]] Q_INVOKABLE QString firstDay() const;
    [[nodiscard]] Q_INVOKABLE QString lastDay() const;
    /// Whose energy is shown.
    [[nodiscard]] Q_INVOKABLE QStringList outletIds() const;

Q_SIGNALS:
    void activeChanged();
    void periodChanged();
    void byCostChanged();
    void sortChanged();
    void loadingChanged();
    void changed();
    void rateChanged();

private:
    struct Texts
    {
        bool isBlank = false;
        bool hasPrices = false;
        bool isSimulated = false;
        QString energyLabel, energy, cost, carbon, barsTitle, empty, emptyNote, missing;
        QString compareTitle, compare, compareNote;
        Ui::Tone compareTone = Ui::ToneNeutral;
    };

    void show(const EnergyPeriod &period);
    void outletsChanged();
    void load();
    void take();
    void fail(const QString &text);
    void updatePicture();
    void updateTexts();
    void updateComparison();
    void updateRates();
    void updateRanking();
    void updateRateNow();
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] bool usesCost() const { return m_byCost && hasPrices(); }

    OutletFaces *m_faces;
    EnergySource *m_source;
    std::unique_ptr<EnergyLoader> m_loader;
    std::unique_ptr<ClockTimer> m_gather;
    std::unique_ptr<ClockTimer> m_rateTimer;
    bool m_isActive = false;
    bool m_byCost = false;
    Ui::EnergySort m_sort = Ui::EnergyMostUsed;
    EnergyPeriod m_period;
    QList<EnergyPeriod> m_trail; ///< from where a bar was opened
    QList<EnergyOutlet> m_outlets;
    EnergyPicture m_picture;
    EnergyPicture m_beforePicture;
    QString m_errorText;
    Texts m_texts;
    QVariantList m_rates;
    QString m_rateText;
    Ui::Tone m_rateTone = Ui::ToneNeutral;
    BarSource m_bars;
    RunningSource m_running;
    EnergyRanking m_ranking;
};

} // namespace outlet
