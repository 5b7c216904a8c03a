// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/outlet_choices.h"

#include <QtCore/QRegularExpression>
#include <algorithm>

#include "base/logging.h"
#include "control/control_dispatcher.h"

namespace outlet {

using control::Error;
using control::ErrorCode;

namespace {

Error bad(const QString &text)
{
    return Error{ErrorCode::BadRequest, text};
}

bool isShowable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
}

/// Reads a text field; false with \a error when it is there and can't be taken.
bool readText(const QJsonObject &arguments, QLatin1StringView key, QString &target,
              std::optional<Error> &error)
{
    const QJsonValue value = arguments.value(key);
    if (value.isUndefined() || value.isNull())
        return true;
    const QString text = value.toString().simplified();
    if (!value.isString())
        error = bad(QStringLiteral("The %1 has to be a text.").arg(key));
    else if (text.size() > ControlDispatcher::kMaxNameLength)
        error = bad(QStringLiteral("The %1 can have up to %2 characters.")
                        .arg(key)
                        .arg(ControlDispatcher::kMaxNameLength));
    else if (!isShowable(text))
        error = bad(QStringLiteral("The %1 has characters that can't be shown.").arg(key));
    else
        target = text;
    return !error;
}

} // namespace

Result<OutletRecord, Error> withChoices(const OutletRecord &record, const QJsonObject &arguments)
{
    OutletRecord changed = record;
    QString model;
    std::optional<Error> error;
    const QLatin1StringView nameKey("name");
    if (!readText(arguments, nameKey, changed.name, error) ||
        !readText(arguments, QLatin1StringView("room"), changed.room, error) ||
        !readText(arguments, QLatin1StringView("icon"), changed.icon, error) ||
        !readText(arguments, QLatin1StringView("model"), model, error))
        return *error;
    if (arguments.value(nameKey).isString() && changed.name.isEmpty())
        return bad(QStringLiteral("A name needs at least one character."));
    static const QRegularExpression iconName(QStringLiteral("\\A[a-z0-9-]*\\z"));
    if (!iconName.match(changed.icon).hasMatch())
        return bad(QStringLiteral("An icon is a short name such as lamp, freezer or desk."));
    if (arguments.value(QLatin1StringView("model")).isString() && !chooseModel(changed, model))
        return bad(QStringLiteral("No model is called \"%1\"; there are: %2.")
                       .arg(escapedForLog(model, 40), modelKeys().join(QStringLiteral(", "))));
    return changed;
}

} // namespace outlet
