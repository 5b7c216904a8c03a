// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QString>
#include <optional>

#include "base/result.h"

namespace outlet {

/// The control channel's language: one JSON object a line, UTF-8.
///
///     {"id":1,"do":"setRelay","outlet":"Freezer","on":true,"waitMs":12000}
///     {"id":1,"ok":true,"result":{...}}
///     {"id":1,"ok":false,"error":{"code":"offline","text":"..."}}
///
/// A client that asked to watch also gets events, which have no "ok": {"event":"relay",...}.
namespace control {

/// The longest request a server reads, in bytes.
inline constexpr qsizetype kMaxRequestBytes = 64 * 1024;
/// The longest answer a client reads: a list of 10,000 outlets has about 5 MB.
inline constexpr qsizetype kMaxAnswerBytes = 64 * 1024 * 1024;

/// Why a request was not carried out; also what becomes the exit code of outletctl.
enum class ErrorCode {
    BadRequest, ///< not understood, or a value is missing or wrong
    NoSuchOutlet,
    AmbiguousOutlet, ///< the text fits several outlets
    NotAllowed,      ///< the outlet is new or ignored: the user has to allow it first
    Offline,         ///< nothing was sent
    NotConfirmed,    ///< sent, and not confirmed in time or at all
    RelayUnknown,    ///< can't toggle what is not known
    NotSaved,        ///< done, but not written to disk
    CannotRead,      ///< the history does not answer
    NoWindow,        ///< there is no window to raise
    Failed,          ///< could not be done, for the reason that the text gives
    Busy,            ///< too many requests wait for their answer
};

/// The word of an error code on the wire, e.g. "noSuchOutlet".
[[nodiscard]] QString errorCodeName(ErrorCode code);
/// The code of that word; empty for one that this version does not know.
[[nodiscard]] std::optional<ErrorCode> errorCodeFromName(QStringView name);

/// An error as it goes to the user: what happened and what to do, in one or two sentences.
struct Error
{
    ErrorCode code = ErrorCode::BadRequest;
    QString text;
};

/// One request.
struct Request
{
    qint64 id = 0; ///< chosen by the client, repeated in the answer
    QString verb;
    QJsonObject arguments; ///< everything in the object besides "id" and "do"
};

/// What a request leads to: a JSON value, or the error.
using Outcome = Result<QJsonValue, Error>;

/// Reads a line of a client.
[[nodiscard]] Result<Request, Error> parseRequest(const QByteArray &line);
/// Writes a request as one line, with its end.
[[nodiscard]] QByteArray encodeRequest(const Request &request);
/// Writes an answer as one line, with its end; no \a id for a request that could not be read.
[[nodiscard]] QByteArray encodeAnswer(std::optional<qint64> id, const Outcome &outcome);
/// Writes an event as one line, with its end.
[[nodiscard]] QByteArray encodeEvent(const QJsonObject &event);

} // namespace control
} // namespace outlet
