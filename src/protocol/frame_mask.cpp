// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/frame_mask.h"

#include <algorithm>
#include <array>
#include <variant>

#include "protocol/json_text.h"

namespace outlet::protocol {

namespace {

// Compared with texts of which only letters and digits are left, in small letters.
constexpr std::array<QByteArrayView, 8> kSecretWords{"account", "passw", "pwd",   "token",
                                                     "secret",  "email", "phone", "ssid"};
/// Of names alone: among values these words are harmless ("wifi-switch").
constexpr std::array<QByteArrayView, 6> kSecretNames{"wifi", "user", "psk",
                                                     "auth", "nick", "owner"};
constexpr std::array<QByteArrayView, 5> kIdNames{"id", "cid", "uuid", "guid", "deviceid"};

/// A shorter one could stand for anything: some outlets give "0" as theirs.
constexpr qsizetype kShortestAccount = 4;

template <std::size_t n>
bool containsAny(QByteArrayView text, const std::array<QByteArrayView, n> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [text](QByteArrayView word) { return text.contains(word); });
}

QByteArray lettersOf(QByteArrayView text)
{
    QByteArray letters;
    letters.reserve(text.size());
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            letters.append(static_cast<char>(c | 0x20));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters.append(c);
    }
    return letters;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Hexadecimal digits, with a separator at every one of \a places and nowhere else.
bool isHexWith(QByteArrayView text, QByteArrayView separators, const std::array<bool, 36> &places)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isSeparator = places.at(static_cast<std::size_t>(i));
        if (isSeparator ? !separators.contains(text[i]) : !isHexDigit(text[i]))
            return false;
    }
    return true;
}

bool looksLikeUuid(QByteArrayView text)
{
    std::array<bool, 36> places{};
    places[8] = places[13] = places[18] = places[23] = true;
    return text.size() == 36 && isHexWith(text, "-", places);
}

bool looksLikeMac(QByteArrayView text)
{
    std::array<bool, 36> places{};
    for (std::size_t i = 2; i < 17; i += 3)
        places.at(i) = true;
    return text.size() == 17 && isHexWith(text, ":-", places);
}

/// Goes through JSON from the left to the right and writes what may be seen of it.
class Masker
{
public:
    Masker(QByteArrayView text, QByteArrayView account)
        : m_scanner(text)
        , m_account(account.size() >= kShortestAccount ? account : QByteArrayView())
    {
        m_out.reserve(text.size());
    }

    /// False when this is no JSON, as far as one can tell without understanding it.
    bool run()
    {
        while (!m_scanner.atEnd()) {
            switch (m_scanner.peek()) {
            case JsonText::Kind::Space:
                m_scanner.skipSpace();
                break;
            case JsonText::Kind::String:
                string();
                break;
            case JsonText::Kind::Mark:
                m_out.append(m_scanner.takeMark());
                break;
            case JsonText::Kind::Word:
                word();
                break;
            case JsonText::Kind::Other:
                return false; // Qt's parser is not supposed to let this pass
            }
        }
        return true;
    }

    [[nodiscard]] QByteArray result() const { return m_out; }

private:
    void string()
    {
        const JsonText::String text = m_scanner.takeString();
        if (!text.isWhole) { // nobody can say what it would have been
            m_out.append('"').append(hiddenText());
            return;
        }
        m_scanner.skipSpace();
        if (!m_scanner.isAt(':')) {
            value(text);
            return;
        }
        const QByteArray name = lettersOf(text.decoded);
        if (holdsAccount(text.decoded))
            m_out.append('"').append(hiddenText()).append('"');
        else
            m_out.append(text.shown);
        m_out.append(m_scanner.takeMark());
        m_scanner.skipSpace();
        if (name.contains("mac") || name.contains("bssid"))
            idValue();
        else if (name == "key" || containsAny(name, kSecretWords) ||
                 containsAny(name, kSecretNames))
            hideValue();
        else if (std::find(kIdNames.begin(), kIdNames.end(), QByteArrayView(name)) !=
                 kIdNames.end())
            idValue();
    }

    void value(const JsonText::String &text)
    {
        if (holdsAccount(text.decoded) || text.decoded.contains('@') ||
            containsAny(lettersOf(text.decoded), kSecretWords))
            m_out.append('"').append(hiddenText()).append('"');
        else if (looksLikeUuid(text.decoded) || looksLikeMac(text.decoded))
            shortened(text.decoded);
        else
            m_out.append(text.shown);
    }

    void word()
    {
        const QByteArrayView word = m_scanner.takeWord();
        if (holdsAccount(word))
            m_out.append('"').append(hiddenText()).append('"');
        else
            m_out.append(word);
    }

    void idValue()
    {
        if (m_scanner.peek() != JsonText::Kind::String)
            return; // a number, say of a timer
        const JsonText::String text = m_scanner.takeString();
        if (!text.isWhole || holdsAccount(text.decoded) || text.decoded.contains('@'))
            m_out.append('"').append(hiddenText()).append('"');
        else
            shortened(text.decoded);
    }

    void shortened(QByteArrayView id) { m_out.append(JsonText::quoted(shortenedId(id))); }

    void hideValue()
    {
        m_scanner.skipValue();
        m_out.append('"').append(hiddenText()).append('"');
    }

    [[nodiscard]] bool holdsAccount(QByteArrayView text) const
    {
        return !m_account.isEmpty() && text.contains(m_account);
    }

    JsonText m_scanner;
    QByteArrayView m_account;
    QByteArray m_out;
};

QByteArray described(qsizetype bytes, const char *what)
{
    return '(' + QByteArray::number(bytes) + ' ' + what + ')';
}

/// A run of digits as long as those of an address of hardware, an id or a number of an account.
bool hasLongNumber(QByteArrayView text)
{
    constexpr int suspicious = 12;
    int digits = 0;
    for (const char c : text) {
        if (isHexDigit(c))
            ++digits;
        else if (c != ':' && c != '-')
            digits = 0;
        if (digits >= suspicious)
            return true;
    }
    return false;
}

/// What is no JSON: shown when it is text in which nothing is suspicious.
QByteArray notJson(QByteArrayView text, QByteArrayView account, qsizetype size)
{
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (!std::all_of(text.begin(), text.end(), isPlain))
        return described(size, "bytes, not readable");
    const QByteArray letters = lettersOf(text);
    // A backslash or a percent sign may be another way to write what is looked for.
    const bool isSuspicious = text.contains('@') || text.contains('\\') || text.contains('%') ||
                              (account.size() >= kShortestAccount && text.contains(account)) ||
                              containsAny(letters, kSecretWords) ||
                              containsAny(letters, kSecretNames) || hasLongNumber(text);
    return isSuspicious ? described(size, "bytes, not readable, hidden") : text.toByteArray();
}

bool isJson(const DecodeResult &result)
{
    const auto *ignored = std::get_if<Ignored>(&result);
    return !ignored || ignored->reason == IgnoreReason::NotAnObject ||
           ignored->reason == IgnoreReason::NoUri || ignored->reason == IgnoreReason::UnknownUri ||
           ignored->reason == IgnoreReason::BadField;
}

/// As decode() reads it: to the first NUL, without a byte order mark.
QByteArrayView textOf(QByteArrayView payload)
{
    constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
    if (payload.startsWith(byteOrderMark))
        payload = payload.sliced(byteOrderMark.size());
    const qsizetype nul = payload.indexOf('\0');
    return nul >= 0 ? payload.first(nul) : payload;
}

} // namespace

QByteArray hiddenText()
{
    return QByteArray("\xe2\x80\xa2").repeated(7);
}

QByteArray shortenedId(QByteArrayView id)
{
    constexpr qsizetype first = 8;
    constexpr qsizetype last = 4;
    const QByteArray ellipsis("\xe2\x80\xa6");
    if (id.size() > 2 * (first + last))
        return id.first(first).toByteArray() + ellipsis + id.last(last).toByteArray();
    // Of an address of hardware the first half names the maker alone.
    return id.first(std::min(first, id.size() / 2)).toByteArray() + ellipsis;
}

QByteArray maskedFrame(FrameType type, QByteArrayView payload, const DecodeResult &result,
                       QByteArrayView account)
{
    const qsizetype size = payload.size();
    QByteArray decrypted;
    if (type == FrameType::Binary && size > 0 && size % 16 == 0) {
        // Only as much as is shown: the blocks behind change nothing before them.
        decrypted =
            decryptMessage(payload.first(std::min(size, kMostMaskedBytes))).value_or(QByteArray());
        if (!decrypted.startsWith('{'))
            return described(size, "bytes, not readable");
        payload = decrypted;
    } else if (type == FrameType::Binary && !payload.startsWith('{')) {
        return described(size, "bytes, not readable");
    }
    const QByteArrayView text = textOf(payload.first(std::min(payload.size(), kMostMaskedBytes)));
    if (text.trimmed().isEmpty())
        return described(size, "bytes, empty");
    Masker masker(text, account);
    QByteArray shown =
        isJson(result) && masker.run() ? masker.result() : notJson(text, account, size);
    if (size > kMostMaskedBytes)
        shown += ' ' + described(size, "bytes in all");
    return shown;
}

} // namespace outlet::protocol
