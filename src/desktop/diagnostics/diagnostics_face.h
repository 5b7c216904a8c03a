// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QVariantList>
#include <memory>

#include "app/history_care.h"
#include "desktop/diagnostics/frame_list.h"
#include "desktop/diagnostics/link_past.h"
#include "desktop/diagnostics/report_job.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class DiagnosticsSource;
class Engine;
class Outlet;

/// What the Diagnostics page shows of one outlet and of the program. While it is active it follows
/// both; otherwise it asks nothing and costs nothing. Main thread.
class DiagnosticsFace : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Diagnostics)
    QML_SINGLETON
    /// Which outlet; the last one stays chosen. Empty = none was looked at yet.
    Q_PROPERTY(QString outletId READ outletId WRITE setOutletId NOTIFY outletChanged FINAL)
    /// {id, name} of every outlet, to choose from, and which of them is shown; -1 = none.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY choicesChanged FINAL)
    Q_PROPERTY(int choice READ choice NOTIFY choicesChanged FINAL)
    /// The page is on screen.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(outlet::FrameList *frames READ frames CONSTANT FINAL)
    Q_PROPERTY(outlet::ReportJob *report READ report CONSTANT FINAL)

    Q_PROPERTY(QString idText READ idText NOTIFY outletChanged FINAL)
    Q_PROPERTY(QString typeText READ typeText NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString connectedSinceText READ connectedSinceText NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString readingsEveryText READ readingsEveryText NOTIFY factsChanged FINAL)
    /// See DiagnosticsWords.
    Q_PROPERTY(QVariantList counters READ counters NOTIFY countersChanged FINAL)
    Q_PROPERTY(QString countersSinceText READ countersSinceText NOTIFY countersChanged FINAL)
    Q_PROPERTY(QVariantList linkChanges READ linkChanges NOTIFY factsChanged FINAL)
    /// False until the history has answered.
    Q_PROPERTY(bool pastKnown READ isPastKnown NOTIFY pastChanged FINAL)
    Q_PROPERTY(QString linkSummary READ linkSummary NOTIFY pastChanged FINAL)
    /// "low −77"; empty when no signal is known.
    Q_PROPERTY(QString weakestText READ weakestText NOTIFY pastChanged FINAL)

    Q_PROPERTY(QString connectedText READ connectedText NOTIFY programChanged FINAL)
    /// One a line.
    Q_PROPERTY(QString addressesText READ addressesText NOTIFY programChanged FINAL)
    Q_PROPERTY(QString historyText READ historyText NOTIFY programChanged FINAL)
public:
    static constexpr std::chrono::seconds kRefresh{30};
    static constexpr qint64 kShownMs = 24LL * 3600 * 1000;

    /// \a engine must outlive the face.
    explicit DiagnosticsFace(Engine &engine, QObject *parent = nullptr);
    ~DiagnosticsFace() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static DiagnosticsFace *create(QQmlEngine *engine, QJSEngine *script);

    [[nodiscard]] QString outletId() const { return m_outletId; }
    void setOutletId(const QString &id);
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] int choice() const;
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] FrameList *frames() const { return m_frames.get(); }
    [[nodiscard]] ReportJob *report() const { return m_report.get(); }

    [[nodiscard]] QString idText() const;
    [[nodiscard]] QString typeText() const;
    [[nodiscard]] QString connectedSinceText() const;
    [[nodiscard]] QString readingsEveryText() const;
    [[nodiscard]] QVariantList counters() const;
    [[nodiscard]] QString countersSinceText() const;
    [[nodiscard]] QVariantList linkChanges() const;
    [[nodiscard]] bool isPastKnown() const { return m_pastKnown; }
    [[nodiscard]] QString linkSummary() const { return m_past.summary(); }
    [[nodiscard]] QString weakestText() const;
    [[nodiscard]] QString connectedText() const;
    [[nodiscard]] QString addressesText() const;
    [[nodiscard]] QString historyText() const;
    [[nodiscard]] const LinkPast &past() const { return m_past; }

    Q_INVOKABLE void resetCounters();
    /// The selected messages, else all, to the clipboard.
    Q_INVOKABLE void copyFrames();

Q_SIGNALS:
    void outletChanged();
    void choicesChanged();
    void activeChanged();
    void factsChanged();
    void countersChanged();
    void pastChanged();
    void programChanged();

private:
    void follow();
    void chooseOne();
    void refresh();
    void askPast();
    [[nodiscard]] qint64 now() const;

    Engine &m_engine;
    DiagnosticsSource *m_source;
    ClockTimer m_refresh;
    std::unique_ptr<FrameList> m_frames;
    std::unique_ptr<ReportJob> m_report;
    QString m_outletId;
    QPointer<Outlet> m_outlet; ///< while it is active
    std::optional<LinkAnswer> m_answer;
    LinkPast m_past;
    std::optional<HistoryCare::Facts> m_data;
    bool m_pastKnown = false;
    bool m_active = false;
};

} // namespace outlet
