// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace rotascope {

/// A QSpinBox or QDoubleSpinBox that tells steps (arrows, keys, wheel) from typed numbers: steps in a row are one change to the
/// user, two typed numbers are two. Its range is wide, because what is out of range shall be refused with a reason and not
/// quietly become something else.
template <class Base> class SteppingBox : public Base {
public:
    using Base::Base;

    void stepBy(int steps) override
    {
        m_stepping = true;
        Base::stepBy(steps);
        m_stepping = false;
    }
    /// Whether the value changes by a step right now.
    [[nodiscard]] bool isStepping() const { return m_stepping; }

private:
    bool m_stepping = false;
};

} // namespace rotascope
