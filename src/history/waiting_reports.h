// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include "history/measured.h"

namespace outlet {

/// Adds \a report to the bytes of reports that wait for their places: 32 bytes each, little endian,
/// without the outlet's id.
void appendWaitingReport(QByteArray &bytes, const MeasuredReport &report);

/// The reports in \a bytes, in order, as those of \a outletId. What is no whole report at the end
/// of damaged bytes is left out; the values are as hostile as if they came from the outlet.
[[nodiscard]] QList<MeasuredReport> waitingReports(const QByteArray &bytes,
                                                   const QString &outletId);

} // namespace outlet
