// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/settings.h"

#include <QtCore/QMetaProperty>

#include "app/setting_list.h"
#include "base/logging.h"
#include "storage/storage.h"

namespace outlet {

Settings::Settings(Storage *storage, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
{
    for (const SettingDeclaration &declared : settingList())
        m_values.insert(declared.key, declared.defaultValue);
}

void Settings::restore(const QHash<QString, QVariant> &stored)
{
    for (const SettingDeclaration &declared : settingList()) {
        const auto it = stored.constFind(declared.key);
        if (it == stored.cend())
            continue;
        const std::optional<QVariant> value = declared.fromStored(*it);
        if (!value)
            qCWarning(lcApp).noquote() << "the setting" << declared.key << "can't be"
                                       << declared.forLog(*it) << "and is as if never chosen";
        const QVariant now = value.value_or(declared.defaultValue);
        if (now == m_values.value(declared.key))
            continue;
        m_values.insert(declared.key, now);
        announce(declared.key);
    }
}

QVariant Settings::value(const QString &key) const
{
    return m_values.value(key);
}

bool Settings::setValue(const QString &key, const QVariant &value)
{
    const SettingDeclaration *declared = findSetting(key);
    if (!declared) {
        qCWarning(lcApp) << "there is no setting" << key;
        return false;
    }
    const std::optional<QVariant> accepted = declared->accepted(value);
    if (!accepted) {
        qCWarning(lcApp).noquote() << "the setting" << key << "can't be" << declared->forLog(value);
        return false;
    }
    if (*accepted == m_values.value(key))
        return true;
    m_values.insert(key, *accepted);
    if (m_storage)
        m_storage->saveSetting(key, declared->toStored(*accepted));
    announce(key);
    return true;
}

void Settings::announce(const QString &key)
{
    const int index = metaObject()->indexOfProperty(key.toLatin1().constData());
    Q_ASSERT(index >= 0); // every declared setting has a property
    metaObject()->property(index).notifySignal().invoke(this, Qt::DirectConnection);
    Q_EMIT changed(key);
}

QString Settings::theme() const
{
    return m_values.value(QStringLiteral("theme")).toString();
}

void Settings::setTheme(const QString &theme)
{
    setValue(QStringLiteral("theme"), theme);
}

quint16 Settings::port() const
{
    return quint16(m_values.value(QStringLiteral("port")).toInt());
}

void Settings::setPort(int port)
{
    setValue(QStringLiteral("port"), port);
}

QStringList Settings::bindAddresses() const
{
    return m_values.value(QStringLiteral("bindAddresses")).toStringList();
}

void Settings::setBindAddresses(const QStringList &addresses)
{
    setValue(QStringLiteral("bindAddresses"), addresses);
}

bool Settings::closeToTray() const
{
    return m_values.value(QStringLiteral("closeToTray")).toBool();
}

void Settings::setCloseToTray(bool close)
{
    setValue(QStringLiteral("closeToTray"), close);
}

bool Settings::startWithSession() const
{
    return m_values.value(QStringLiteral("startWithSession")).toBool();
}

void Settings::setStartWithSession(bool start)
{
    setValue(QStringLiteral("startWithSession"), start);
}

bool Settings::reduceMotion() const
{
    return m_values.value(QStringLiteral("reduceMotion")).toBool();
}

void Settings::setReduceMotion(bool reduce)
{
    setValue(QStringLiteral("reduceMotion"), reduce);
}

bool Settings::askBeforeKeepOn() const
{
    return m_values.value(QStringLiteral("askBeforeKeepOn")).toBool();
}

void Settings::setAskBeforeKeepOn(bool ask)
{
    setValue(QStringLiteral("askBeforeKeepOn"), ask);
}

bool Settings::byRoom() const
{
    return m_values.value(QStringLiteral("byRoom")).toBool();
}

void Settings::setByRoom(bool byRoom)
{
    setValue(QStringLiteral("byRoom"), byRoom);
}

QString Settings::lastPage() const
{
    return m_values.value(QStringLiteral("lastPage")).toString();
}

void Settings::setLastPage(const QString &page)
{
    setValue(QStringLiteral("lastPage"), page);
}

QRect Settings::windowGeometry() const
{
    return m_values.value(QStringLiteral("windowGeometry")).toRect();
}

void Settings::setWindowGeometry(const QRect &geometry)
{
    setValue(QStringLiteral("windowGeometry"), geometry);
}

bool Settings::windowMaximized() const
{
    return m_values.value(QStringLiteral("windowMaximized")).toBool();
}

void Settings::setWindowMaximized(bool maximized)
{
    setValue(QStringLiteral("windowMaximized"), maximized);
}

bool Settings::welcomeDone() const
{
    return m_values.value(QStringLiteral("welcomeDone")).toBool();
}

void Settings::setWelcomeDone(bool done)
{
    setValue(QStringLiteral("welcomeDone"), done);
}

bool Settings::trayNoticeShown() const
{
    return m_values.value(QStringLiteral("trayNoticeShown")).toBool();
}

void Settings::setTrayNoticeShown(bool shown)
{
    setValue(QStringLiteral("trayNoticeShown"), shown);
}

int Settings::historyRawDays() const
{
    return m_values.value(QStringLiteral("historyRawDays")).toInt();
}

void Settings::setHistoryRawDays(int days)
{
    setValue(QStringLiteral("historyRawDays"), days);
}

int Settings::historyMinuteDays() const
{
    return m_values.value(QStringLiteral("historyMinuteDays")).toInt();
}

void Settings::setHistoryMinuteDays(int days)
{
    setValue(QStringLiteral("historyMinuteDays"), days);
}

bool Settings::backupDaily() const
{
    return m_values.value(QStringLiteral("backupDaily")).toBool();
}

void Settings::setBackupDaily(bool on)
{
    setValue(QStringLiteral("backupDaily"), on);
}

QString Settings::backupFolder() const
{
    return m_values.value(QStringLiteral("backupFolder")).toString();
}

void Settings::setBackupFolder(const QString &folder)
{
    setValue(QStringLiteral("backupFolder"), folder);
}

int Settings::historyRollupDays() const
{
    return m_values.value(QStringLiteral("historyRollupDays")).toInt();
}

void Settings::setHistoryRollupDays(int days)
{
    setValue(QStringLiteral("historyRollupDays"), days);
}

QString Settings::tariff() const
{
    return m_values.value(QStringLiteral("tariff")).toString();
}

QString Settings::setupAddress() const
{
    return m_values.value(QStringLiteral("setupAddress")).toString();
}

void Settings::setSetupAddress(const QString &address)
{
    setValue(QStringLiteral("setupAddress"), address);
}

QString Settings::setupNetwork() const
{
    return m_values.value(QStringLiteral("setupNetwork")).toString();
}

void Settings::setSetupNetwork(const QString &name)
{
    setValue(QStringLiteral("setupNetwork"), name);
}

QString Settings::dismissedAddressNotice() const
{
    return m_values.value(QStringLiteral("dismissedAddressNotice")).toString();
}

void Settings::setDismissedAddressNotice(const QString &text)
{
    setValue(QStringLiteral("dismissedAddressNotice"), text);
}

void Settings::setTariff(const QString &json)
{
    setValue(QStringLiteral("tariff"), json);
}

QString Settings::chartRange() const
{
    return m_values.value(QStringLiteral("chartRange")).toString();
}

void Settings::setChartRange(const QString &name)
{
    setValue(QStringLiteral("chartRange"), name);
}

} // namespace outlet
