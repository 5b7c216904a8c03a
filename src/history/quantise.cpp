// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/quantise.h"

namespace outlet {

qint64 quantise(qint64 milliwatts)
{
    if (milliwatts < 0)
        return -quantise(-milliwatts);
    qint64 step = 1;
    while (milliwatts / step >= 1024)
        step *= 2;
    return (milliwatts + step / 2) / step * step;
}

} // namespace outlet
