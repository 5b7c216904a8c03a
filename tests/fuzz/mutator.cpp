// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "mutator.h"

namespace outlet::test {

void Mutator::change(QByteArray &frame, const QByteArray &other)
{
    static const QByteArrayList tokens{"{",
                                       "}",
                                       "[",
                                       "]",
                                       ":",
                                       ",",
                                       "\"",
                                       "\\",
                                       " ",
                                       "\n",
                                       "null",
                                       "true",
                                       "1e5",
                                       "-0",
                                       "0.5",
                                       "NaN",
                                       "\"uri\":",
                                       "\"id\":",
                                       "0x",
                                       "\\u0",
                                       "\\ud8",
                                       "\xff",
                                       "\xc3",
                                       "\xef\xbb",
                                       "/ka\"",
                                       "\"relay\":",
                                       "\"e\":",
                                       "99999999999999999999",
                                       "ffffffffffffffff",
                                       QByteArray(1, '\0')};
    const qsizetype at = below(frame.size() + 1);
    switch (below(7)) {
    case 0:
        frame.insert(at, tokens.at(below(tokens.size())));
        break;
    case 1:
        frame.remove(at, 1 + below(8));
        break;
    case 2:
        frame.truncate(at);
        break;
    case 3:
        if (at < frame.size())
            frame[at] = static_cast<char>(frame.at(at) ^ (1 << below(8)));
        break;
    case 4:
        frame.insert(at, static_cast<char>(below(256)));
        break;
    case 5: // the beginning of one and the end of another
        frame = frame.first(at) + other.sliced(below(other.size()));
        break;
    default: { // a piece twice
        const QByteArray piece = frame.mid(at, below(24));
        frame.insert(below(frame.size() + 1), piece);
    }
    }
}

} // namespace outlet::test
