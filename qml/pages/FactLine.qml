// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Short facts in one line, what is empty or unknown left out.
SmallText {
    property list<string> parts
    property string separator: " · "
    /// A sentence around them, with %1 where they go.
    property string frame: "%1"

    text: {
        const words = [];
        for (let i = 0; i < parts.length; ++i) {
            if (parts[i] !== "" && parts[i] !== "–")
                words.push(parts[i]);
        }
        return frame.arg(words.join(separator));
    }
}
