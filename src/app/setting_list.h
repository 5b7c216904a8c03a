// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QVariant>
#include <functional>
#include <optional>

namespace outlet {

/// Whether a value may stand in a log.
enum class Sensitivity { Harmless, Sensitive };

/// One setting: what it is called in the file and as a property of Settings, what it is when nobody
/// chose, and what it may be. The default's type is the setting's type: bool, int, QString,
/// QStringList or QRect.
struct SettingDeclaration
{
    QString key;
    QVariant defaultValue;
    /// Says whether a value of the right type makes sense; may be empty = every one does.
    std::function<bool(const QVariant &)> isSensible;
    Sensitivity sensitivity = Sensitivity::Harmless;

    /// \a value as this setting's type, or empty when it is of another kind or makes no sense.
    [[nodiscard]] std::optional<QVariant> accepted(const QVariant &value) const;
    /// As it is written to the file: lists as JSON, rectangles as "x,y,width,height".
    [[nodiscard]] QVariant toStored(const QVariant &value) const;
    /// What the file holds as this setting's type; empty as in accepted().
    [[nodiscard]] std::optional<QVariant> fromStored(const QVariant &stored) const;
    /// The value fit for a log line.
    [[nodiscard]] QString forLog(const QVariant &value) const;
};

/// All settings, declared once, here.
[[nodiscard]] const QList<SettingDeclaration> &settingList();

/// The setting with this key; nullptr when there is none.
[[nodiscard]] const SettingDeclaration *findSetting(const QString &key);

} // namespace outlet
