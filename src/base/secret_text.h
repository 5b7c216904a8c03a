// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace outlet {

/// Bytes that must not stay in memory: a Wi-Fi password, or a message that contains one. They are
/// zeroed when they are cleared, replaced or destroyed, and whenever the buffer grows, and while
/// they are there a crash of the program does not write them into a report. Can be moved, not
/// copied by accident; has no operator for streams or logs. UTF-8 where it is text.
class SecretText
{
public:
    SecretText() = default;
    /// Copies \a bytes; wiping the source is the caller's task.
    explicit SecretText(QByteArrayView bytes) { append(bytes); }
    ~SecretText() { clear(); }
    Q_DISABLE_COPY(SecretText)
    SecretText(SecretText &&other) noexcept;
    SecretText &operator=(SecretText &&other) noexcept;

    /// Takes the text out of \a text, as UTF-8, and wipes it. Other copies that share the string's
    /// data can't be reached, so there should be none.
    [[nodiscard]] static SecretText takenFrom(QString &text);
    /// A second copy, made on purpose.
    [[nodiscard]] SecretText copy() const { return SecretText(view()); }

    void append(QByteArrayView bytes);
    void append(char byte) { append(QByteArrayView(&byte, 1)); }
    /// Zeroes and frees the bytes.
    void clear();

    /// Valid until the next change.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    void reserve(qsizetype size);

    char *m_bytes = nullptr; ///< of takeSecretMemory()
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

/// Zeroes memory in a way that the compiler does not leave out.
void wipe(void *memory, std::size_t size);
/// Zeroes the characters of a string that nobody else shares, and empties it.
void wipe(QString &text);

} // namespace outlet
