// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What forward_loops.cpp does. That file is compiled for several instruction sets, so no functions here.

#include <cstddef>

namespace rotascope {

inline constexpr std::size_t panelWidth = 16; ///< columns of a panel (PanelMatrix)
inline constexpr std::size_t rowBlock = 12; ///< rows that are multiplied together

/// result = left · right, or result += left · right. Pointers need no alignment.
struct Product {
    const float* left; ///< row-major, shape [rows, depth]
    std::size_t leftStride; ///< from row to row
    const float* panels; ///< of the right matrix: shape [panelCount], each [depth, panelWidth]
    std::size_t panelStride; ///< from panel to panel
    float* result; ///< row-major, shape [rows, panelCount · panelWidth]
    std::size_t resultStride; ///< from row to row
    std::size_t rows; ///< a multiple of rowBlock
    std::size_t depth;
    std::size_t panelCount;
    bool adds; ///< to what the result holds
};

struct ForwardLoops {
    void (*multiply)(const Product& product);
    /// values[i] = exp(scale · (values[i] - the largest)); those from `count` to `filled` become 0. Returns their sum. filled: a multiple
    /// of panelWidth. Relative error below 1e-5, most of it from the rounding of the argument; below e^-87 it is 0.
    float (*exponentials)(float* values, std::size_t count, std::size_t filled, float scale);
    /// gate[i] = gate[i] / (1 + exp(-gate[i])) · up[i] (SiLU). count: a multiple of panelWidth.
    void (*activate)(float* gate, const float* up, std::size_t count);
    /// result[i] = values[i] / sqrt(mean of squares + epsilon) · weights[i] (RMSNorm); the mean is that of the first `size`, those behind
    /// are 0. filled: a multiple of panelWidth.
    void (*normalize)(const float* values, const float* weights, float* result, std::size_t size, std::size_t filled, float epsilon);
};

namespace baseline {
extern const ForwardLoops forwardLoops;
}
namespace avx2 {
extern const ForwardLoops forwardLoops;
}
namespace avx512 {
extern const ForwardLoops forwardLoops;
}

} // namespace rotascope
