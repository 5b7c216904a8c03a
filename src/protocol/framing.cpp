// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/framing.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <openssl/evp.h>

namespace outlet::protocol {

namespace {

// Section 2. Public, and the same in every outlet: obfuscation, no secret.
constexpr unsigned char kKey[17] = "llwantaeskey1.01";
constexpr unsigned char kIv[17] = "llwantaesivv1.01";
constexpr qsizetype kBlock = 16;

enum Direction { Decrypt = 0, Encrypt = 1 };

struct FreeContext
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

/// A cipher whose key schedule is set up once; every message only resets the iv.
class Cipher
{
public:
    explicit Cipher(Direction direction)
        : m_context(EVP_CIPHER_CTX_new())
        , m_direction(direction)
    {
        if (!m_context || EVP_CipherInit_ex(m_context.get(), EVP_aes_128_cbc(), nullptr, kKey, kIv,
                                            direction) != 1)
            qFatal("OpenSSL's libcrypto offers no AES-128-CBC");
        EVP_CIPHER_CTX_set_padding(m_context.get(), 0);
    }

    /// Transforms whole blocks; \a to has room for as many bytes as \a from has.
    bool run(QByteArrayView from, char *to)
    {
        if (from.size() > std::numeric_limits<int>::max() - kBlock)
            return false;
        int written = 0;
        EVP_CIPHER_CTX *const context = m_context.get();
        return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, kIv, m_direction) == 1 &&
               EVP_CipherUpdate(context, reinterpret_cast<unsigned char *>(to), &written,
                                reinterpret_cast<const unsigned char *>(from.data()),
                                static_cast<int>(from.size())) == 1 &&
               written == from.size();
    }

private:
    std::unique_ptr<EVP_CIPHER_CTX, FreeContext> m_context;
    Direction m_direction;
};

} // namespace

QByteArray encryptMessage(QByteArrayView json)
{
    thread_local Cipher cipher(Encrypt);
    const qsizetype padding = kBlock - json.size() % kBlock;
    QByteArray padded(json.size() + padding, '\0');
    std::copy(json.begin(), json.end(), padded.begin());
    QByteArray frame(padded.size(), Qt::Uninitialized);
    if (!cipher.run(padded, frame.data()))
        return {};
    return frame;
}

std::optional<QByteArray> decryptMessage(QByteArrayView frame)
{
    thread_local Cipher cipher(Decrypt);
    if (frame.isEmpty() || frame.size() % kBlock != 0)
        return std::nullopt;
    QByteArray json(frame.size(), Qt::Uninitialized);
    if (!cipher.run(frame, json.data()))
        return std::nullopt;
    const qsizetype nul = json.indexOf('\0');
    if (nul >= 0)
        json.truncate(nul);
    return json;
}

} // namespace outlet::protocol
