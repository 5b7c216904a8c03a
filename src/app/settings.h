// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

namespace outlet {

class Storage;

/// What the user chose for the program. Every setting is declared in setting_list.cpp and has a
/// property of that name here; a change is applied and queued for the file at once. Main thread.
class Settings : public QObject
{
    Q_OBJECT
    /// "system", "light" or "dark".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    /// Where outlets connect, 1024 to 65535.
    Q_PROPERTY(int port READ port WRITE setPort NOTIFY portChanged FINAL)
    /// The addresses to listen on; empty = all of this computer's.
    Q_PROPERTY(QStringList bindAddresses READ bindAddresses WRITE setBindAddresses NOTIFY
                   bindAddressesChanged FINAL)
    Q_PROPERTY(
        bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged FINAL)
    /// The wish; whether the system follows it is the system's to say.
    Q_PROPERTY(bool startWithSession READ startWithSession WRITE setStartWithSession NOTIFY
                   startWithSessionChanged FINAL)
    Q_PROPERTY(
        bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged FINAL)
    /// Ask before an outlet marked "Keep on" is turned off.
    Q_PROPERTY(bool askBeforeKeepOn READ askBeforeKeepOn WRITE setAskBeforeKeepOn NOTIFY
                   askBeforeKeepOnChanged FINAL)
    /// The home page groups cards by room.
    Q_PROPERTY(bool byRoom READ byRoom WRITE setByRoom NOTIFY byRoomChanged FINAL)
    /// How long the history keeps what, see HistoryRetention.
    Q_PROPERTY(int historyRawDays READ historyRawDays WRITE setHistoryRawDays NOTIFY
                   historyRawDaysChanged FINAL)
    Q_PROPERTY(int historyMinuteDays READ historyMinuteDays WRITE setHistoryMinuteDays NOTIFY
                   historyMinuteDaysChanged FINAL)
    Q_PROPERTY(int historyRollupDays READ historyRollupDays WRITE setHistoryRollupDays NOTIFY
                   historyRollupDaysChanged FINAL)
    Q_PROPERTY(
        bool backupDaily READ backupDaily WRITE setBackupDaily NOTIFY backupDailyChanged FINAL)
    Q_PROPERTY(QString backupFolder READ backupFolder WRITE setBackupFolder NOTIFY
                   backupFolderChanged FINAL)
    /// The page shown when the window was closed; empty = the first one.
    Q_PROPERTY(QString lastPage READ lastPage WRITE setLastPage NOTIFY lastPageChanged FINAL)
    /// The window when it was not maximized; empty = never shown.
    Q_PROPERTY(QRect windowGeometry READ windowGeometry WRITE setWindowGeometry NOTIFY
                   windowGeometryChanged FINAL)
    Q_PROPERTY(bool windowMaximized READ windowMaximized WRITE setWindowMaximized NOTIFY
                   windowMaximizedChanged FINAL)
    /// The welcome page was left by a button.
    Q_PROPERTY(
        bool welcomeDone READ welcomeDone WRITE setWelcomeDone NOTIFY welcomeDoneChanged FINAL)
    /// It was said once that closing the window keeps the server running.
    Q_PROPERTY(bool trayNoticeShown READ trayNoticeShown WRITE setTrayNoticeShown NOTIFY
                   trayNoticeShownChanged FINAL)
    /// The address of this computer that outlets were told when they were set up; empty = none yet.
    Q_PROPERTY(QString setupAddress READ setupAddress WRITE setSetupAddress NOTIFY
                   setupAddressChanged FINAL)
    /// The name of the Wi-Fi that outlets were set up for last; empty = none, or not to be kept.
    Q_PROPERTY(QString setupNetwork READ setupNetwork WRITE setSetupNetwork NOTIFY
                   setupNetworkChanged FINAL)
    /// The notice about another address of this computer that the user has seen; empty = none.
    Q_PROPERTY(QString dismissedAddressNotice READ dismissedAddressNotice WRITE
                   setDismissedAddressNotice NOTIFY dismissedAddressNoticeChanged FINAL)
    /// Which range charts show: "live", "hour", "day", "week", "month", "year" or "custom".
    Q_PROPERTY(
        QString chartRange READ chartRange WRITE setChartRange NOTIFY chartRangeChanged FINAL)
    /// Prices, as Tariff::toJson() writes them; empty = not known. EnergyService reads and sets it.
    Q_PROPERTY(QString tariff READ tariff WRITE setTariff NOTIFY tariffChanged FINAL)
public:
    /// All settings have their defaults until restore(). \a storage may be null (nothing is
    /// remembered); it must outlive the settings.
    explicit Settings(Storage *storage, QObject *parent = nullptr);

    /// Takes what the file held. A value that is of the wrong kind or makes no sense gives the
    /// default and a log line; keys that are not declared are left alone.
    void restore(const QHash<QString, QVariant> &stored);

    /// The value by the setting's key; invalid for a key that is not declared.
    [[nodiscard]] QVariant value(const QString &key) const;
    /// Sets, announces and remembers a value. False, with a log line and nothing changed, when the
    /// key is not declared or the value is not accepted.
    bool setValue(const QString &key, const QVariant &value);

    // The same by type. A setter that is given what the setting can't be changes nothing.
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] quint16 port() const;
    void setPort(int port);
    [[nodiscard]] QStringList bindAddresses() const;
    void setBindAddresses(const QStringList &addresses);
    [[nodiscard]] bool closeToTray() const;
    void setCloseToTray(bool close);
    [[nodiscard]] bool startWithSession() const;
    void setStartWithSession(bool start);
    [[nodiscard]] bool reduceMotion() const;
    void setReduceMotion(bool reduce);
    [[nodiscard]] bool askBeforeKeepOn() const;
    void setAskBeforeKeepOn(bool ask);
    [[nodiscard]] bool byRoom() const;
    void setByRoom(bool byRoom);
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString &page);
    [[nodiscard]] int historyRawDays() const;
    void setHistoryRawDays(int days);
    [[nodiscard]] int historyMinuteDays() const;
    void setHistoryMinuteDays(int days);
    /// Whether a backup is made every day by itself.
    [[nodiscard]] bool backupDaily() const;
    void setBackupDaily(bool on);
    /// Where daily backups go; empty = the folder "backups" in the data folder.
    [[nodiscard]] QString backupFolder() const;
    void setBackupFolder(const QString &folder);
    [[nodiscard]] int historyRollupDays() const;
    void setHistoryRollupDays(int days);
    [[nodiscard]] QRect windowGeometry() const;
    void setWindowGeometry(const QRect &geometry);
    [[nodiscard]] bool windowMaximized() const;
    void setWindowMaximized(bool maximized);
    [[nodiscard]] bool welcomeDone() const;
    void setWelcomeDone(bool done);
    [[nodiscard]] bool trayNoticeShown() const;
    void setTrayNoticeShown(bool shown);
    void setChartSpanSeconds(int seconds);
    [[nodiscard]] QString setupAddress() const;
    void setSetupAddress(const QString &address);
    [[nodiscard]] QString setupNetwork() const;
    void setSetupNetwork(const QString &name);
    [[nodiscard]] QString dismissedAddressNotice() const;
    void setDismissedAddressNotice(const QString &text);
    [[nodiscard]] QString chartRange() const;
    void setChartRange(const QString &name);
    [[nodiscard]] QString tariff() const;
    void setTariff(const QString &json);

Q_SIGNALS:
    /// Some setting changed; beside its own signal.
    void changed(const QString &key);
    void themeChanged();
    void portChanged();
    void bindAddressesChanged();
    void closeToTrayChanged();
    void startWithSessionChanged();
    void reduceMotionChanged();
    void askBeforeKeepOnChanged();
    void byRoomChanged();
    void lastPageChanged();
    void historyRawDaysChanged();
    void historyMinuteDaysChanged();
    void backupDailyChanged();
    void backupFolderChanged();
    void historyRollupDaysChanged();
    void windowGeometryChanged();
    void windowMaximizedChanged();
    void welcomeDoneChanged();
    void trayNoticeShownChanged();
    void setupAddressChanged();
    void setupNetworkChanged();
    void dismissedAddressNoticeChanged();
    void chartRangeChanged();
    void tariffChanged();

private:
    void announce(const QString &key);

    Storage *m_storage;
    QHash<QString, QVariant> m_values;
};

} // namespace outlet
