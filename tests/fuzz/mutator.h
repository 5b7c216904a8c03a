// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <random>

namespace outlet::test {

/// A bad copyist: always the same one for the same seed.
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }

    QByteArray mutate(const QList<QByteArray> &frames)
    {
        QByteArray frame = frames.at(below(frames.size()));
        for (qsizetype i = 1 + below(4); i > 0; --i)
            change(frame, frames.at(below(frames.size())));
        return frame;
    }

private:
    qsizetype below(qsizetype limit)
    {
        return limit > 0 ? static_cast<qsizetype>(m_random() % static_cast<unsigned>(limit)) : 0;
    }

    void change(QByteArray &frame, const QByteArray &other);

    std::mt19937 m_random; // the standard fixes its numbers, unlike those of distributions
};

} // namespace outlet::test
