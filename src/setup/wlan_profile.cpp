// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wlan_profile.h"

#include <algorithm>

namespace outlet {

namespace {

constexpr int kHexKey = 64; // digits: the key itself, not the words that it is made from

bool isHexKey(QByteArrayView password)
{
    return password.size() == kHexKey && std::all_of(password.begin(), password.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

/// \a bytes as text of an XML element, in memory that is wiped.
SecretText escaped(QByteArrayView bytes)
{
    SecretText text;
    for (const char c : bytes) {
        if (c == '&')
            text.append(QByteArrayView("&amp;"));
        else if (c == '<')
            text.append(QByteArrayView("&lt;"));
        else if (c == '>')
            text.append(QByteArrayView("&gt;"));
        else
            text.append(c);
    }
    return text;
}

} // namespace

QString wlanProfile(const QByteArray &rawSsid, const SecretText &password)
{
    SecretText xml;
    const auto add = [&xml](const char *text) { xml.append(QByteArrayView(text)); };
    add("<?xml version=\"1.0\"?>"
        "<WLANProfile xmlns=\"http://www.microsoft.com/networking/WLAN/profile/v1\">"
        "<name>Outlet</name><SSIDConfig><SSID><hex>");
    add(rawSsid.toHex().toUpper().constData()); // names need not be UTF-8, nor fit into XML
    add("</hex></SSID></SSIDConfig><connectionType>ESS</connectionType>"
        "<connectionMode>manual</connectionMode><MSM><security><authEncryption><authentication>");
    add(password.isEmpty() ? "open</authentication><encryption>none"
                           : "WPA2PSK</authentication><encryption>AES");
    add("</encryption><useOneX>false</useOneX></authEncryption>");
    if (!password.isEmpty()) {
        add("<sharedKey><keyType>");
        add(isHexKey(password.view()) ? "networkKey" : "passPhrase");
        add("</keyType><protected>false</protected><keyMaterial>");
        xml.append(escaped(password.view()).view());
        add("</keyMaterial></sharedKey>");
    }
    add("</security></MSM></WLANProfile>");
    return QString::fromUtf8(xml.view());
}

} // namespace outlet
