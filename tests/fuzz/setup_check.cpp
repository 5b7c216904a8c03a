// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup_check.h"

#include <QtCore/QList>

#include "protocol/announce.h"
#include "protocol/provisioning.h"

namespace outlet::test {

using namespace outlet::protocol;

namespace {

void require(bool holds, const char *what, QByteArrayView bytes)
{
    if (!holds)
        qFatal("%s: %s", what, bytes.toByteArray().toPercentEncoding().constData());
}

/// Everything that a stream says, cut into pieces of \a piece bytes; how it ended besides.
QByteArray heard(QByteArrayView bytes, qsizetype piece)
{
    ProvisioningReceiver receiver;
    QByteArray words;
    qsizetype answers = 0;
    const auto note = [&words, &answers, bytes](const ProvisioningReply &reply) {
        require(++answers <= bytes.size(), "an answer for each byte at most", bytes);
        if (const auto *accepted = std::get_if<ConfigAccepted>(&reply)) {
            require(accepted->id.size() <= 200 && accepted->description.size() <= 200,
                    "text of an answer is bounded", bytes);
            words += "accepted " + accepted->id.toUtf8() + ' ' + accepted->step.toUtf8() + '\n';
        } else if (const auto *refused = std::get_if<ConfigRefused>(&reply)) {
            words += refused->encrypted ? "encrypted " : "refused ";
            words += refused->error.toUtf8() + '\n';
        }
        // Where what is no answer ends depends on the pieces, and does not matter.
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const bool fits = receiver.append(bytes.sliced(at, qMin(piece, bytes.size() - at)));
        require(fits ==
                    (at + piece <= kMaxProvisioningInput || bytes.size() <= kMaxProvisioningInput),
                "the limit is the limit", bytes);
        while (const auto reply = receiver.next())
            note(*reply);
        if (!fits)
            return words;
    }
    if (const auto reply = receiver.finish())
        note(*reply);
    require(!receiver.next(), "nothing after the end", bytes);
    return words;
}

void checkStream(QByteArrayView bytes)
{
    const QByteArray whole = heard(bytes, qMax<qsizetype>(bytes.size(), 1));
    const QByteArray single = heard(bytes, 1);
    // Encrypted bytes have no frame, so pieces can part them; a plain first answer is always seen.
    if (whole.startsWith("accepted"))
        require(single.startsWith(whole.first(whole.indexOf('\n'))), "pieces change the answer",
                bytes);
}

void checkLengths(QByteArrayView bytes)
{
    EspTouchReceiver receiver;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const int length = (static_cast<quint8>(bytes[i]) << 8 | static_cast<quint8>(bytes[i + 1]));
        if (const auto received = receiver.take(length)) {
            require(received->ssid.size() + received->password.size() + 9 == received->totalLength,
                    "what was understood adds up", bytes);
        }
    }
}

/// Any name and password that fit come back.
void checkRoundTrip(QByteArrayView bytes)
{
    const qsizetype ssidSize = qMin<qsizetype>(bytes.size() / 2, kMaxSsidBytes);
    const QByteArrayView ssid = bytes.first(ssidSize);
    const QByteArrayView password =
        bytes.sliced(ssidSize, qMin(bytes.size() - ssidSize, kMaxPasswordBytes));
    const auto layout = bytes.size() % 2 ? EspTouchLayout::Classic : EspTouchLayout::WithBssid;
    const auto sequence = encodeEspTouch({ssid, password, {1, 2, 3, 4, 5, 6}, 0xc0a80132, layout});
    require(sequence.has_value() == !ssid.isEmpty(), "what fits can be sent", bytes);
    if (!sequence)
        return;
    EspTouchReceiver receiver;
    std::optional<EspTouchReceived> received;
    for (const int length : sequence->dataLengths) {
        if (auto heard = receiver.take(length); heard && !received)
            received = std::move(heard);
    }
    require(received && received->ssid == ssid && received->password.view() == password,
            "what is sent is understood", bytes);
}

} // namespace

void checkSetup(QByteArrayView bytes)
{
    const auto announce = decodeAnnounce(bytes);
    require(announce.has_value() == (bytes.size() == 11), "11 bytes are an announce", bytes);
    if (announce)
        require(encodeAnnounce(*announce) == bytes, "an announce comes back", bytes);
    checkStream(bytes);
    checkLengths(bytes);
    checkRoundTrip(bytes);
    (void)decodeConfigRequest(bytes);
}

} // namespace outlet::test
