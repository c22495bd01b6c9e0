// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// An HDF5 file:
///     /                attributes: format = "rotascope-table", version = 1 (int), attention_factor (float64)
///     /provenance      a group; each of its attributes is a text: how the table was made
///     /index           int32 [D]
///     /inv_freq, /wavelength, /factor, /extended_inv_freq, /disturbance_extrapolation, /disturbance_interpolation,
///     /disturbance     float64 [D]
///     /choice          ASCII strings of fixed length [D]
/// Read back with the checks of recordings (core/recording): in a child process first, no links out of the file.
extern const ExportFormat hdf5Format;

} // namespace rotascope
