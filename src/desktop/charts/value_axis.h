// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QtGlobal>
#include <optional>

namespace outlet {

/// A line of the value axis and its label.
struct AxisLine
{
    double watts = 0;
    QString label; ///< the unit stands at the top line only

    friend bool operator==(const AxisLine &, const AxisLine &) = default;
};

/// The value axis of design.md section 4: from 0 to 1, 1.5, 2, 3, 5 or 10 times a power of ten, at
/// least 10 W, with 3 to 5 lines. It grows at once and shrinks only after kShrinkAfterMs.
class ValueAxis
{
public:
    static constexpr qint64 kShrinkAfterMs = 30'000;

    /// The lowest top that holds \a peakWatts; the least for anything that is no number.
    [[nodiscard]] static double topFor(double peakWatts);
    /// The lines of an axis that ends at \a topWatts, which is one of topFor(); top line first.
    [[nodiscard]] static QList<AxisLine> linesFor(double topWatts);

    /// As topFor(), for any quantity: the lowest top of at least \a least (one of these numbers).
    [[nodiscard]] static double topFor(double peak, double least);
    /// The values of the lines of an axis that ends at \a top, top line first.
    [[nodiscard]] static QList<double> stepsFor(double top);
    /// The label of \a lines with the most characters, to reserve room for.
    [[nodiscard]] static QString longestLabel(const QList<AxisLine> &lines);
    /// How many decimals the labels of these lines need, at most \a most.
    [[nodiscard]] static int decimalsFor(const QList<double> &lines, int most);

    /// Takes in what is to be shown at \a nowMs and returns the top.
    double show(double peakWatts, qint64 nowMs);
    /// Forgets the past: the next show() sets the top freely.
    void reset();
    [[nodiscard]] double top() const { return m_top; }

private:
    double m_top = 0;
    std::optional<qint64> m_roomSinceMs; ///< since when a lower top would do
};

} // namespace outlet
