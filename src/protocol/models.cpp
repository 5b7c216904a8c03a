// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/models.h"

#include <algorithm>
#include <array>

namespace outlet::protocol {

namespace {

// Section 9. No rating plate was ever found in the sources, so these are presets that people choose
// and correct, not facts about their outlet.
constexpr std::array<Model, 7> kModels{{
    {QLatin1StringView("ESW01-USA"), QLatin1StringView("ESW01-USA (round, 7 A)"), {7, 120}, false},
    {QLatin1StringView("ESW01-USA-10A"),
     QLatin1StringView("ESW01-USA (round, later, 10 A)"),
     {10, 120},
     false},
    {QLatin1StringView("ESW03-USA"),
     QLatin1StringView("ESW03-USA (round, 10 A)"),
     {10, 120},
     false},
    {QLatin1StringView("ESW10-USA"), QLatin1StringView("ESW10-USA (10 A)"), {10, 120}, false},
    {QLatin1StringView("ESW01-EU"), QLatin1StringView("ESW01-EU (10 A, 230 V)"), {10, 230}, false},
    {QLatin1StringView("ESW15-USA"),
     QLatin1StringView("ESW15-USA (rectangular, night light, 15 A)"),
     {15, 120},
     true},
    {QLatin1StringView("ESO15-TB"),
     QLatin1StringView("ESO15-TB (outdoor, two sockets, 15 A)"),
     {15, 120},
     false},
}};

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::span<const Model> models()
{
    return kModels;
}

const Model *findModel(QStringView key)
{
    const auto found = std::find_if(kModels.begin(), kModels.end(),
                                    [key](const Model &model) { return key == model.key; });
    return found == kModels.end() ? nullptr : &*found;
}

FirmwareGeneration firmwareGeneration(QStringView firmVersion)
{
    // Observed: 1.65 to 1.95 and 2.123, 2.125 (generation 1); 1.1.02, 1.1.27, 1.1.30 (generation
    // 2).
    if (firmVersion.startsWith(u"1.1."))
        return isDigits(firmVersion.sliced(4)) ? FirmwareGeneration::Two
                                               : FirmwareGeneration::Unknown;
    const bool one = firmVersion.startsWith(u"1.") && firmVersion.size() == 4;
    const bool two = firmVersion.startsWith(u"2.") && firmVersion.size() == 5;
    if ((one || two) && isDigits(firmVersion.sliced(2)))
        return FirmwareGeneration::One;
    return FirmwareGeneration::Unknown;
}

} // namespace outlet::protocol
