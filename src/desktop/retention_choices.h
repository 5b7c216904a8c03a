// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace outlet {

/// How long something of the history can be kept: what is offered, in words. Functions without
/// state, but for the days that are in force, which are always among the choices.
class RetentionChoices
{
    Q_DECLARE_TR_FUNCTIONS(outlet::RetentionChoices)
public:
    /// What is kept: readings and reports, minutes, or hours and days.
    enum Kind { Raw, Minutes, Rollups };

    /// The setting's key of \a kind.
    [[nodiscard]] static QString settingKey(Kind kind);
    /// Days to choose from, ascending; what stands for ever comes last. \a current is among them.
    [[nodiscard]] static QList<int> days(Kind kind, int current);
    /// "90 days", "2 years", "Forever".
    [[nodiscard]] static QString label(Kind kind, int days);
    [[nodiscard]] static QStringList labels(Kind kind, int current);
    /// Whether \a days keep less than \a otherDays.
    [[nodiscard]] static bool isShorter(Kind kind, int days, int otherDays);
};

} // namespace outlet
