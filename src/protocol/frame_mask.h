// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include "protocol/decoder.h"

namespace outlet::protocol {

/// What stands where something was hidden: seven bullets, however long it was.
[[nodiscard]] QByteArray hiddenText();

/// The part of an id or of a hardware address that may be shown: its beginning and its end, or,
/// where that would be most of it, its beginning.
[[nodiscard]] QByteArray shortenedId(QByteArrayView id);

/// No more of a frame than this is looked at and shown.
inline constexpr qsizetype kMostMaskedBytes = 4096;

/// A frame as people may see it, in one line of UTF-8 without control characters or letters beyond
/// ASCII (JSON escapes stand for them). Personal data is gone, whatever it looks like:
///
/// - values whose name speaks of an account, a password, a token, a Wi-Fi network and the like,
///   whatever their type, and texts that contain such a word or an "@";
/// - \a account (of the login, as decoded), wherever it appears, when it has four bytes or more;
/// - ids, and hardware addresses, are shortened.
///
/// Escapes, repeated names and nesting do not get around that. Of what is no JSON only text is
/// shown, and that only when none of it is suspicious. \a result is what decode() made of the
/// frame. Pure; linear in the size.
[[nodiscard]] QByteArray maskedFrame(FrameType type, QByteArrayView payload,
                                     const DecodeResult &result, QByteArrayView account);

} // namespace outlet::protocol
