// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>

namespace outlet::test {

/// What must hold for any bytes that a socket can bring; ends the program where it does not:
/// nothing crashes, the fast JSON scanner accepts only what Qt's parser accepts and sees the same
/// in it, what is decoded keeps the promises of message.h, and encryption changes nothing.
void checkDecode(QByteArrayView bytes);

} // namespace outlet::test
