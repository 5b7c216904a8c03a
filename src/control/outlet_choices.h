// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>

#include "base/result.h"
#include "control/control_message.h"
#include "outlets/outlet_record.h"

namespace outlet {

/// The record with the choices that a request carries: "name", "room", "icon" and "model", each
/// optional. Text from outside is made fit to be shown: one line, no control characters, bounded.
[[nodiscard]] Result<OutletRecord, control::Error> withChoices(const OutletRecord &record,
                                                               const QJsonObject &arguments);

} // namespace outlet
