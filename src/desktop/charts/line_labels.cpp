// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/line_labels.h"

#include <algorithm>

namespace outlet {

QList<qreal> placeLabels(const QList<qreal> &wanted, qreal height, qreal top, qreal bottom)
{
    QList<qsizetype> order(wanted.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&wanted](qsizetype a, qsizetype b) { return wanted.at(a) < wanted.at(b); });
    QList<qreal> places = wanted;
    // Down from the top, each below the one before; then up from the bottom what fell out.
    qreal least = top + height / 2;
    for (const qsizetype i : order) {
        places[i] = std::max(places.at(i), least);
        least = places.at(i) + height;
    }
    qreal most = bottom - height / 2;
    for (auto i = order.crbegin(); i != order.crend(); ++i) {
        places[*i] = std::min(places.at(*i), most);
        most = places.at(*i) - height;
    }
    return places;
}

} // namespace outlet
