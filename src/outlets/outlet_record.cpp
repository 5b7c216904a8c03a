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

bool chooseModel(OutletRecord &record, QStringView modelKey)
{
    if (modelKey.isEmpty()) {
        record.modelKey.clear();
        record.rating.reset();
        return true;
    }
    const protocol::Model *model = protocol::findModel(modelKey);
    if (!model)
        return false;
    record.modelKey = model->key;
    record.rating = model->rating;
    return true;
}

QStringList modelKeys()
{
    QStringList keys;
    for (const protocol::Model &model : protocol::models())
        keys.append(model.key);
    return keys;
}

} // namespace outlet
