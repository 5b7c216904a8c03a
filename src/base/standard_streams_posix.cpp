// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/standard_streams.h"

namespace outlet {

void prepareStandardStreams()
{
    // They are as they should be.
}

} // namespace outlet
