// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/setting_list.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRect>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>
#include <algorithm>
#include <limits>

#include "base/logging.h"
#include "server/server_options.h"
#include "tariff/tariff.h"

namespace outlet {

namespace {

bool isTheme(const QVariant &value)
{
    const QString name = value.toString();
    return name == u"system" || name == u"light" || name == u"dark";
}

auto isBetween(int least, int most)
{
    return [least, most](const QVariant &value) {
        return value.toInt() >= least && value.toInt() <= most;
    };
}

bool areAddresses(const QVariant &value)
{
    const QStringList texts = value.toStringList();
    return std::all_of(texts.cbegin(), texts.cend(),
                       [](const QString &text) { return !QHostAddress(text).isNull(); });
}

bool isAddressOrNothing(const QVariant &value)
{
    return value.toString().isEmpty() || !QHostAddress(value.toString()).isNull();
}

bool isNetworkName(const QVariant &value)
{
    constexpr qsizetype mostBytes = 32;
    return value.toString().toUtf8().size() <= mostBytes;
}

bool isPageName(const QVariant &value)
{
    return value.toString().size() <= 64;
}

bool isRangeName(const QVariant &value)
{
    static const QStringList names{QStringLiteral("live"),  QStringLiteral("hour"),
                                   QStringLiteral("day"),   QStringLiteral("week"),
                                   QStringLiteral("month"), QStringLiteral("year"),
                                   QStringLiteral("custom")};
    return names.contains(value.toString());
}

bool isTariff(const QVariant &value)
{
    return value.toString().isEmpty() || Tariff::fromJson(value.toString().toUtf8()).ok();
}

QList<SettingDeclaration> makeList()
{
    constexpr int centuryDays = 36525;
    return {
        {QStringLiteral("theme"), QStringLiteral("system"), isTheme},
        {QStringLiteral("port"), int(kDefaultPort), isBetween(1024, 65535)},
        {QStringLiteral("bindAddresses"), QStringList(), areAddresses},
        {QStringLiteral("closeToTray"), true, {}},
        {QStringLiteral("startWithSession"), false, {}},
        {QStringLiteral("reduceMotion"), false, {}},
        {QStringLiteral("askBeforeKeepOn"), true, {}},
        {QStringLiteral("byRoom"), false, {}},
        {QStringLiteral("historyRawDays"), 90, isBetween(2, centuryDays)},
        {QStringLiteral("historyMinuteDays"), 730, isBetween(2, centuryDays)},
        {QStringLiteral("historyRollupDays"), 0, isBetween(0, centuryDays)},
        {QStringLiteral("backupDaily"), true, {}},
        {QStringLiteral("backupFolder"), QString(), {}},
        {QStringLiteral("lastPage"), QString(), isPageName},
        {QStringLiteral("windowGeometry"), QRect(), {}},
        {QStringLiteral("windowMaximized"), false, {}},
        {QStringLiteral("welcomeDone"), false, {}},
        {QStringLiteral("trayNoticeShown"), false, {}},
        {QStringLiteral("setupAddress"), QString(), isAddressOrNothing},
        {QStringLiteral("setupNetwork"), QString(), isNetworkName, Sensitivity::Sensitive},
        {QStringLiteral("dismissedAddressNotice"), QString(), {}},
        {QStringLiteral("chartRange"), QStringLiteral("day"), isRangeName},
        // Long, and of interest to nobody who reads a log.
        {QStringLiteral("tariff"), QString(), isTariff, Sensitivity::Sensitive},
    };
}

std::optional<QVariant> listFromJson(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    QStringList list;
    for (const auto &entry : document.array()) {
        if (!entry.isString())
            return std::nullopt;
        list += entry.toString();
    }
    return list;
}

std::optional<QVariant> rectFromText(const QString &text)
{
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return std::nullopt;
    int numbers[4] = {};
    for (int i = 0; i < 4; ++i) {
        bool isNumber = false;
        numbers[i] = parts.at(i).toInt(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    // What no screen has; also keeps right() and bottom() from overflowing.
    constexpr int limit = 1 << 20;
    if (std::any_of(std::begin(numbers), std::end(numbers),
                    [](int n) { return n < -limit || n > limit; }))
        return std::nullopt;
    return QRect(numbers[0], numbers[1], numbers[2], numbers[3]);
}

} // namespace

std::optional<QVariant> SettingDeclaration::accepted(const QVariant &value) const
{
    QVariant typed = value;
    if (defaultValue.typeId() == QMetaType::Int) {
        // Whole numbers of any width, but no text and no bool that happens to look like one.
        bool isNumber = value.typeId() == QMetaType::Int || value.typeId() == QMetaType::UInt ||
                        value.typeId() == QMetaType::LongLong ||
                        value.typeId() == QMetaType::UShort;
        const qint64 number = isNumber ? value.toLongLong(&isNumber) : 0;
        if (!isNumber || number < std::numeric_limits<int>::min() ||
            number > std::numeric_limits<int>::max())
            return std::nullopt;
        typed = int(number);
    }
    if (typed.typeId() != defaultValue.typeId() || (isSensible && !isSensible(typed)))
        return std::nullopt;
    return typed;
}

QVariant SettingDeclaration::toStored(const QVariant &value) const
{
    if (value.typeId() == QMetaType::QStringList) {
        const auto array = QJsonArray::fromStringList(value.toStringList());
        return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    }
    if (value.typeId() == QMetaType::QRect) {
        const QRect rect = value.toRect();
        return QStringLiteral("%1,%2,%3,%4")
            .arg(rect.x())
            .arg(rect.y())
            .arg(rect.width())
            .arg(rect.height());
    }
    return value;
}

std::optional<QVariant> SettingDeclaration::fromStored(const QVariant &stored) const
{
    std::optional<QVariant> value = stored;
    const bool isText = stored.typeId() == QMetaType::QString;
    if (defaultValue.typeId() == QMetaType::QStringList)
        value = isText ? listFromJson(stored.toString()) : std::nullopt;
    else if (defaultValue.typeId() == QMetaType::QRect)
        value = isText ? rectFromText(stored.toString()) : std::nullopt;
    return value ? accepted(*value) : std::nullopt;
}

QString SettingDeclaration::forLog(const QVariant &value) const
{
    if (sensitivity == Sensitivity::Sensitive)
        return QStringLiteral("(not shown)");
    return escapedForLog(toStored(value).toString());
}

const QList<SettingDeclaration> &settingList()
{
    static const QList<SettingDeclaration> list = makeList();
    return list;
}

const SettingDeclaration *findSetting(const QString &key)
{
    const QList<SettingDeclaration> &list = settingList();
    const auto it = std::find_if(list.cbegin(), list.cend(),
                                 [&key](const SettingDeclaration &one) { return one.key == key; });
    return it == list.cend() ? nullptr : &*it;
}

} // namespace outlet
