// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace outlet {

/// The first thing a peer says: an HTTP request that should become a WebSocket. Parsed and judged
/// without any input or output. What outlets send is in protocol.md section 1; whatever else speaks
/// to this port is answered as its tolerance list and section 8 say.
class UpgradeRequest
{
public:
    /// A longer head is refused; the captured one has 199 bytes.
    static constexpr qsizetype kMaxHeadBytes = 8 * 1024;

    enum class Verdict {
        Incomplete, ///< the head has not ended yet
        Accept,
        Refuse, ///< answer with reply(), then close
        Drop,   ///< not HTTP (a TLS greeting, say): close without a word
    };

    /// Judges what was received so far. \a received may reach beyond the head: see headSize().
    explicit UpgradeRequest(QByteArrayView received);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// HTTP status of a refusal; 101 for Accept, 0 otherwise.
    [[nodiscard]] int status() const { return m_status; }
    /// Bytes of the head with its closing empty line; 0 unless the verdict is Accept.
    [[nodiscard]] qsizetype headSize() const { return m_headSize; }
    /// The whole answer: to an accepted request the 101 with exactly the lines of the captured one;
    /// to a refused one why. Empty otherwise.
    [[nodiscard]] QByteArray reply() const;

private:
    void judge(QByteArrayView head);
    void refuse(int status);

    Verdict m_verdict = Verdict::Incomplete;
    int m_status = 0;
    qsizetype m_headSize = 0;
    QByteArray m_key; ///< of an accepted request
};

} // namespace outlet
