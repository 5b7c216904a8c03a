// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QStringView>
#include <optional>
#include <span>

namespace outlet::protocol {

/// What is printed on the back of an outlet. Nothing on the wire tells it (3.2): people choose it.
struct Rating
{
    int currentAmps = 0;
    int nominalVolts = 0;

    friend bool operator==(const Rating &, const Rating &) = default;
};

/// One row of the model table (protocol.md section 9).
struct Model
{
    QLatin1StringView key;   ///< what is stored, e.g. "ESW01-USA"; never shown translated
    QLatin1StringView label; ///< what people read, e.g. "ESW01-USA (round, 7 A)"
    Rating rating;
    bool nightLight;
};

/// All models of section 9, in the order in which they are offered.
[[nodiscard]] std::span<const Model> models();

/// The model with this key; nullptr for an unknown key.
[[nodiscard]] const Model *findModel(QStringView key);

/// What can be said of an outlet's firmware from the text in its login (section 0).
enum class FirmwareGeneration {
    One,     ///< 1.x below 1.1.x's naming or 2.12x: usable
    Two,     ///< "1.1.<n>": probably not usable without the vendor's cloud
    Unknown, ///< a text that none of the observed ones resembles
};

/// Recognises the generation from the shape of the version text, never by comparing numbers.
[[nodiscard]] FirmwareGeneration firmwareGeneration(QStringView firmVersion);

} // namespace outlet::protocol
