// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace outlet {

/// The few numbers that QML itself has to write.
class FormatFace : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Format)
    QML_SINGLETON
public:
    using QObject::QObject;

    /// Live power, "118 W"; "–" for what is not a number.
    Q_INVOKABLE QString power(double watts) const;
    /// Compact power, for lists: "82 W".
    Q_INVOKABLE QString compactPower(double watts) const;
    /// A whole number with its thousands apart: "5,952".
    Q_INVOKABLE QString count(double value) const;
    /// A number as the user writes it in the locale, or NaN when it is none: "1,200" is 1200.
    Q_INVOKABLE double parseNumber(const QString &text) const;
    /// A number for a field, without needless digits.
    Q_INVOKABLE QString number(double value) const;
};

} // namespace outlet
