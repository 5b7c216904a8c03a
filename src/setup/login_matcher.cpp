// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/login_matcher.h"

namespace outlet {

LoginMatcher::Verdict LoginMatcher::judge(const QString &id, const QString &address,
                                          bool isNew) const
{
    if (!m_isTold)
        return Verdict::Irrelevant;
    if (!m_id.isEmpty())
        return id == m_id ? Verdict::Ours : isNew ? Verdict::Stranger : Verdict::Irrelevant;
    if (!m_address.isNull()) {
        if (m_address.isEqual(QHostAddress(address), QHostAddress::TolerantConversion)) {
            // One that was online there all along only reconnects.
            return m_online.value(id) == address && !isNew ? Verdict::Irrelevant : Verdict::Ours;
        }
        return isNew ? Verdict::Stranger : Verdict::Irrelevant;
    }
    // Its address in the home network is not known yet: whoever was not there before is it.
    return isNew || !m_online.contains(id) ? Verdict::Ours : Verdict::Irrelevant;
}

} // namespace outlet
