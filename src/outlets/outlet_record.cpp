// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/outlet_record.h"

namespace outlet {

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::New:
        return QStringLiteral("new");
    case Decision::Known:
        return QStringLiteral("known");
    case Decision::Ignored:
        return QStringLiteral("ignored");
    }
    Q_UNREACHABLE();
}

std::optional<Decision> decisionFromName(QStringView name)
{
    for (const Decision decision : {Decision::New, Decision::Known, Decision::Ignored}) {
        if (name == decisionName(decision))
            return decision;
    }
    return std::nullopt;
}

} // namespace outlet
