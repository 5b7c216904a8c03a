// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <vector>

#include "desktop/charts/chart_line.h"
#include "desktop/charts/chart_range.h"
#include "desktop/charts/curve_loader.h"

namespace outlet {

/// The curves that a chart of outlets shows: of one outlet, beside it others or its own period
/// before. Live ones come from memory, and what memory does not hold yet from the history; all
/// others from the history, asked for whenever the range, its zoom or the data change. Main thread.
class ChartCurves : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::OutletFace *face READ face WRITE setFace NOTIFY faceChanged FINAL)
    Q_PROPERTY(outlet::ChartRange *range READ range WRITE setRange NOTIFY rangeChanged FINAL)

    /// Its own range before is drawn, too, where there is one: the day before, the month before.
    Q_PROPERTY(bool withBefore READ withBefore WRITE setWithBefore NOTIFY comparisonChanged FINAL)
    /// "The day before"; empty where there is none (Live, custom ranges).
    Q_PROPERTY(QString beforeName READ beforeName NOTIFY comparisonChanged FINAL)
    /// How many other outlets are drawn, too.
    Q_PROPERTY(int comparedCount READ comparedCount NOTIFY comparisonChanged FINAL)
    /// List of {key, name, color} of several lines; empty for one.
    Q_PROPERTY(QVariantList legend READ legend NOTIFY legendChanged FINAL)
    /// Keys of the legend whose lines are hidden; apart, so that a click does not make it anew.
    Q_PROPERTY(QStringList hiddenKeys READ hiddenKeys NOTIFY hiddenKeysChanged FINAL)

    /// The wanted data are not there; what is drawn is older.
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    /// Loading takes long enough that the old picture has to step back.
    Q_PROPERTY(bool dimmed READ isDimmed NOTIFY stateChanged FINAL)
    /// Loading takes long enough for a spinner.
    Q_PROPERTY(bool busy READ isBusy NOTIFY stateChanged FINAL)
    /// "No readings for Nov 3", and a second line; empty when there are readings or none came yet.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString emptyNote READ emptyNote NOTIFY stateChanged FINAL)
    /// Why nothing can be shown, one line; empty when nothing is wrong.
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged FINAL)
public:
    /// An answer that comes sooner does not make the picture flicker.
    static constexpr std::chrono::milliseconds kDimAfter{100};
    static constexpr std::chrono::milliseconds kSpinAfter{300};
    static constexpr std::chrono::milliseconds kLeastPause{250}; ///< between two live pictures

    explicit ChartCurves(QObject *parent = nullptr);
    ~ChartCurves() override;

    [[nodiscard]] OutletFace *face() const { return m_face; }
    void setFace(OutletFace *face);
    [[nodiscard]] ChartRange *range() const { return m_range; }
    void setRange(ChartRange *range);

    [[nodiscard]] bool withBefore() const { return m_withBefore; }
    void setWithBefore(bool with);
    [[nodiscard]] QString beforeName() const;
    [[nodiscard]] int comparedCount() const { return static_cast<int>(m_compared.size()); }
    [[nodiscard]] QVariantList legend() const { return m_legend; }
    [[nodiscard]] QStringList hiddenKeys() const { return m_hidden; }

    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isDimmed() const { return m_state.isDimmed; }
    [[nodiscard]] bool isBusy() const { return m_state.isBusy; }
    [[nodiscard]] QString emptyText() const { return m_state.emptyText; }
    [[nodiscard]] QString emptyNote() const { return m_state.emptyNote; }
    [[nodiscard]] QString errorText() const { return m_state.errorText; }

    /// Nobody sees it: nothing is asked or made. True at the start.
    void setPaused(bool paused);
    /// Width of the plot in physical pixels.
    void setColumns(int columns);
    /// The time axis now.
    [[nodiscard]] CurveSpan window() const;
    /// What is to be drawn within window(), the outlet's own line first.
    [[nodiscard]] QList<ChartLine> lines() const;

    /// Draws another outlet, too, or no longer.
    Q_INVOKABLE void setCompared(outlet::OutletFace *face, bool compared);
    [[nodiscard]] Q_INVOKABLE bool isCompared(outlet::OutletFace *face) const;
    /// Draws only the outlet's own line again.
    Q_INVOKABLE void compareNothing();
    /// Hides or shows the line with this key of the legend.
    Q_INVOKABLE void toggle(const QString &key);

    /// Asks again after an error.
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void faceChanged();
    void rangeChanged();
    void comparisonChanged();
    void legendChanged();
    void hiddenKeysChanged();
    void loadingChanged();
    void stateChanged();
    /// window() or lines() are different now.
    void changed();

private:
    struct State
    {
        bool isDimmed = false;
        bool isBusy = false;
        QString emptyText;
        QString emptyNote;
        QString errorText;
        friend bool operator==(const State &, const State &) = default;
    };
    /// A line and where its data come from.
    struct Series
    {
        QPointer<OutletFace> face;
        std::unique_ptr<CurveLoader> loader; ///< nullptr where nothing is recorded
        bool isBefore = false;               ///< the range before, laid over this one
    };

    void startOver();
    void makeSeries();
    void addSeries(OutletFace &face, bool isBefore, std::vector<Series> &known);
    void updateLegend(const QList<ChartLine> &lines);
    /// By how much a series is moved to lie in window().
    [[nodiscard]] qint64 shiftMs(const Series &series) const;
    [[nodiscard]] bool hasMemory(const Series &series) const;
    void ask();
    void dataChanged();
    void liveChanged();
    void emitLive();
    void updateState();
    [[nodiscard]] Curve liveCurve(const Series &series) const;
    [[nodiscard]] qint64 columnMs() const;

    QPointer<OutletFace> m_face;
    QPointer<ChartRange> m_range;
    QList<QPointer<OutletFace>> m_compared;
    bool m_withBefore = false;
    QStringList m_hidden;
    QVariantList m_legend;
    std::vector<Series> m_series;
    int m_columns = 600;
    bool m_isPaused = true;
    State m_state;
    bool m_wasLoading = false;
    std::chrono::milliseconds m_loadingSince{0};
    std::optional<std::chrono::milliseconds> m_liveAt;
    std::unique_ptr<ClockTimer> m_waitTimer; ///< of loading
    std::unique_ptr<ClockTimer> m_liveTimer; ///< readings that came too soon after others
    std::unique_ptr<ClockTimer> m_paceTimer; ///< "now" moves on without readings, too
};

} // namespace outlet
