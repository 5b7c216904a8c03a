// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include "desktop/ui.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class Engine;

/// What the user chose for the interface; a change is applied and remembered at once. Main thread.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(outlet::Ui::Theme theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    /// Whether the dark colours are in force: chosen, or followed from the system.
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged FINAL)
    Q_PROPERTY(
        bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged FINAL)
    Q_PROPERTY(bool startWithSession READ startWithSession WRITE setStartWithSession NOTIFY
                   startWithSessionChanged FINAL)
    /// Why the system refused to start Outlet with the session; empty when it did not.
    Q_PROPERTY(QString startWithSessionError READ startWithSessionError NOTIFY
                   startWithSessionChanged FINAL)
    Q_PROPERTY(
        bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged FINAL)
    /// Ask before an outlet marked "Keep on" is turned off.
    Q_PROPERTY(bool askBeforeKeepOn READ askBeforeKeepOn WRITE setAskBeforeKeepOn NOTIFY
                   askBeforeKeepOnChanged FINAL)
    Q_PROPERTY(bool byRoom READ byRoom WRITE setByRoom NOTIFY byRoomChanged FINAL)
    Q_PROPERTY(QString lastPage READ lastPage WRITE setLastPage NOTIFY lastPageChanged FINAL)
    /// Which range charts show, ChartRange::kindName; "day" until another was chosen.
    Q_PROPERTY(
        QString chartRange READ chartRange WRITE setChartRange NOTIFY chartRangeChanged FINAL)
public:
    /// \a engine must outlive the preferences.
    explicit Preferences(Engine &engine, QObject *parent = nullptr);
    ~Preferences() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static Preferences *create(QQmlEngine *engine, QJSEngine *script);

    [[nodiscard]] Ui::Theme theme() const { return m_theme; }
    void setTheme(Ui::Theme theme);
    [[nodiscard]] bool dark() const { return m_dark; }
    /// Whether the system itself is dark, whatever was chosen here.
    [[nodiscard]] bool systemDark() const { return m_systemDark; }
    [[nodiscard]] bool closeToTray() const { return m_closeToTray; }
    void setCloseToTray(bool close);
    [[nodiscard]] bool startWithSession() const { return m_startWithSession; }
    void setStartWithSession(bool start);
    [[nodiscard]] QString startWithSessionError() const { return m_startWithSessionError; }
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);
    [[nodiscard]] bool askBeforeKeepOn() const { return m_askBeforeKeepOn; }
    void setAskBeforeKeepOn(bool ask);
    [[nodiscard]] bool byRoom() const { return m_byRoom; }
    void setByRoom(bool byRoom);
    [[nodiscard]] QString lastPage() const { return m_lastPage; }
    void setLastPage(const QString &page);
    [[nodiscard]] QString chartRange() const { return m_chartRange; }
    void setChartRange(const QString &kindName);

Q_SIGNALS:
    void themeChanged();
    void darkChanged();
    void systemDarkChanged();
    void closeToTrayChanged();
    void startWithSessionChanged();
    void reduceMotionChanged();
    void askBeforeKeepOnChanged();
    void byRoomChanged();
    void lastPageChanged();
    void chartRangeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load();
    void updateDark();
    template <typename T>
    void change(T &member, const T &value, const QString &key, void (Preferences::*changed)());

    Engine &m_engine;
    Ui::Theme m_theme = Ui::ThemeSystem;
    bool m_dark = false;
    bool m_systemDark = false;
    bool m_closeToTray = true;
    bool m_startWithSession = false;
    bool m_reduceMotion = false;
    bool m_askBeforeKeepOn = true;
    bool m_byRoom = false;
    QString m_startWithSessionError;
    QString m_lastPage;
    QString m_chartRange = QStringLiteral("day");
};

} // namespace outlet
