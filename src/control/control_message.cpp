// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_message.h"

#include <QtCore/QJsonDocument>
#include <array>
#include <cmath>
#include <optional>

namespace outlet::control {

namespace {

using CodeName = std::pair<ErrorCode, QLatin1StringView>;
constexpr std::array<CodeName, 12> kCodeNames{{
    {ErrorCode::BadRequest, QLatin1StringView("badRequest")},
    {ErrorCode::NoSuchOutlet, QLatin1StringView("noSuchOutlet")},
    {ErrorCode::AmbiguousOutlet, QLatin1StringView("ambiguousOutlet")},
    {ErrorCode::NotAllowed, QLatin1StringView("notAllowed")},
    {ErrorCode::Offline, QLatin1StringView("offline")},
    {ErrorCode::NotConfirmed, QLatin1StringView("notConfirmed")},
    {ErrorCode::RelayUnknown, QLatin1StringView("relayUnknown")},
    {ErrorCode::NotSaved, QLatin1StringView("notSaved")},
    {ErrorCode::CannotRead, QLatin1StringView("cannotRead")},
    {ErrorCode::NoWindow, QLatin1StringView("noWindow")},
    {ErrorCode::Failed, QLatin1StringView("failed")},
    {ErrorCode::Busy, QLatin1StringView("busy")},
}};

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Error badRequest(const QString &text)
{
    return Error{ErrorCode::BadRequest, text};
}

} // namespace

QString errorCodeName(ErrorCode code)
{
    for (const auto &[known, name] : kCodeNames) {
        if (known == code)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    for (const auto &[code, known] : kCodeNames) {
        if (name == known)
            return code;
    }
    return std::nullopt;
}

Result<Request, Error> parseRequest(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return badRequest(QStringLiteral("A request is one JSON object on one line."));
    Request request;
    request.arguments = document.object();
    const QJsonValue id = request.arguments.take(QLatin1StringView("id"));
    const QJsonValue verb = request.arguments.take(QLatin1StringView("do"));
    // Up to 2^53 a JSON number is exact; a greater id could not be repeated in the answer.
    constexpr double kMaxExact = 9007199254740992.0;
    if (!id.isDouble() || std::abs(id.toDouble()) > kMaxExact ||
        id.toDouble() != std::floor(id.toDouble()))
        return badRequest(QStringLiteral("A request needs a whole number as \"id\"."));
    if (!verb.isString() || verb.toString().isEmpty())
        return badRequest(QStringLiteral("A request needs a verb as \"do\"."));
    request.id = static_cast<qint64>(id.toDouble());
    request.verb = verb.toString();
    return request;
}

QByteArray encodeRequest(const Request &request)
{
    QJsonObject object = request.arguments;
    object.insert(QLatin1StringView("id"), request.id);
    object.insert(QLatin1StringView("do"), request.verb);
    return toLine(object);
}

QByteArray encodeAnswer(std::optional<qint64> id, const Outcome &outcome)
{
    QJsonObject object{{QStringLiteral("id"), id ? QJsonValue(*id) : QJsonValue()},
                       {QStringLiteral("ok"), outcome.ok()}};
    if (outcome) {
        object.insert(QLatin1StringView("result"), *outcome);
    } else {
        object.insert(QLatin1StringView("error"),
                      QJsonObject{{QStringLiteral("code"), errorCodeName(outcome.error().code)},
                                  {QStringLiteral("text"), outcome.error().text}});
    }
    return toLine(object);
}

QByteArray encodeEvent(const QJsonObject &event)
{
    return toLine(event);
}

} // namespace outlet::control
