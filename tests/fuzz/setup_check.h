// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>

namespace outlet::test {

/// What must hold for any datagram on the announce port, any stream from an outlet that is being
/// set up, in whatever pieces, and any lengths of datagrams; ends the program where it does not.
void checkSetup(QByteArrayView bytes);

} // namespace outlet::test
