// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/seeded_random.h"

#include <QtCore/QByteArray>
#include <QtCore/QUuid>
#include <QtCore/QtEndian>
#include <algorithm>
#include <cmath>

namespace outlet {

using std::chrono::milliseconds;

namespace {

constexpr quint64 kGoldenGamma = 0x9e3779b97f4a7c15ULL;

// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every bit depends on every other.
quint64 mixed(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

double toUnit(quint64 bits)
{
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

} // namespace

quint64 SeededRandom::next()
{
    m_state += kGoldenGamma;
    return mixed(m_state);
}

double SeededRandom::unit()
{
    return toUnit(next());
}

double SeededRandom::between(double low, double high)
{
    return low + unit() * (high - low);
}

milliseconds SeededRandom::between(milliseconds low, milliseconds high)
{
    const auto span = static_cast<double>((high - low).count() + 1);
    return low + milliseconds(static_cast<qint64>(unit() * span));
}

milliseconds SeededRandom::untilNext(double perHour)
{
    constexpr double hourMs = 3'600'000.0;
    const double wait = -std::log1p(-unit()) * hourMs / perHour;
    // A wait of more than a year is never, and would not fit the clock's arithmetic for long.
    constexpr double longest = 366.0 * 24 * hourMs;
    return milliseconds(std::max<qint64>(1, std::llround(std::min(wait, longest))));
}

double SeededRandom::noise(quint64 seed, quint64 stream, qint64 position)
{
    const quint64 key = mixed(seed + kGoldenGamma * (stream + 1));
    return toUnit(mixed(key ^ mixed(static_cast<quint64>(position) + kGoldenGamma)));
}

QString simulatedOutletId(quint64 seed, int index)
{
    SeededRandom random(seed ^ (static_cast<quint64>(index) + 1) * 0xd1342543de82ef95ULL);
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(random.next(), bytes.data());
    qToBigEndian(random.next(), bytes.data() + 8);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace outlet
