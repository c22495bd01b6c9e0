// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <random>
#include <string>
#include <vector>

// Recordings made with the C API of HDF5, so that the reader is tested against files that its own writer would never make.
namespace rotascope::test {

/// A folder that is gone after the test.
class TemporaryFolder {
public:
    TemporaryFolder() : m_path(std::filesystem::temp_directory_path() / ("rotascope-test-" + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(m_path);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// How a dataset is stored.
struct Storage {
    hid_t fileType;
    std::vector<hsize_t> chunk; ///< empty: contiguous
    std::function<void(hid_t properties)> adjust; ///< filters and the like; may be empty
};

inline void shuffleAndDeflate(hid_t properties)
{
    H5Pset_shuffle(properties);
    H5Pset_deflate(properties, 1);
}

/// Writes one HDF5 file. Everything is closed with it.
class FileBuilder {
public:
    explicit FileBuilder(const std::filesystem::path& path, hid_t access = H5P_DEFAULT)
        : m_file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access))
    {
    }
    FileBuilder(const FileBuilder&) = delete;
    FileBuilder& operator=(const FileBuilder&) = delete;
    ~FileBuilder() { EXPECT_GE(H5Fclose(m_file), 0); }
    [[nodiscard]] hid_t id() const { return m_file; }

    void group(const std::string& path) const { H5Gclose(H5Gcreate2(m_file, path.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT)); }

    void remove(const std::string& path) const { EXPECT_GE(H5Ldelete(m_file, path.c_str(), H5P_DEFAULT), 0); }

    void removeAttribute(const std::string& object, const std::string& name) const
    {
        EXPECT_GE(H5Adelete_by_name(m_file, object.c_str(), name.c_str(), H5P_DEFAULT), 0);
    }

    void fixedText(const std::string& object, const std::string& name, const std::string& text) const
    {
        const hid_t type = H5Tcopy(H5T_C_S1);
        H5Tset_size(type, text.size() + 1);
        attribute(object, name, type, text.c_str());
        H5Tclose(type);
    }

    void variableText(const std::string& object, const std::string& name, const std::string& text) const
    {
        const hid_t type = H5Tcopy(H5T_C_S1);
        H5Tset_size(type, H5T_VARIABLE);
        H5Tset_cset(type, H5T_CSET_UTF8);
        const char* characters = text.c_str();
        attribute(object, name, type, static_cast<const void*>(&characters));
        H5Tclose(type);
    }

    void integer(const std::string& object, const std::string& name, std::int64_t value) const
    {
        attribute(object, name, H5T_NATIVE_INT64, &value);
    }

    void real(const std::string& object, const std::string& name, double value) const
    {
        attribute(object, name, H5T_NATIVE_DOUBLE, &value);
    }

    void integers(const std::string& object, const std::string& name, const std::vector<std::int32_t>& values) const
    {
        const hsize_t count = values.size();
        const hid_t space = H5Screate_simple(1, &count, nullptr);
        attribute(object, name, H5T_NATIVE_INT32, values.data(), space);
        H5Sclose(space);
    }

    /// Replaces the dataset if there is one. `values` may be empty: then nothing is written.
    template <class T>
    void dataset(const std::string& path, const std::vector<hsize_t>& extents, const std::vector<T>& values, const Storage& storage) const
    {
        if (H5Lexists(m_file, path.c_str(), H5P_DEFAULT) > 0) {
            remove(path);
        }
        const hid_t space = H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr);
        const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
        if (!storage.chunk.empty()) {
            H5Pset_chunk(properties, static_cast<int>(storage.chunk.size()), storage.chunk.data());
        }
        if (storage.adjust) {
            storage.adjust(properties);
        }
        const hid_t made = H5Dcreate2(m_file, path.c_str(), storage.fileType, space, H5P_DEFAULT, properties, H5P_DEFAULT);
        EXPECT_GE(made, 0) << path;
        if (!values.empty()) {
            EXPECT_GE(H5Dwrite(made, memoryType(T{}), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), 0) << path;
        }
        H5Dclose(made);
        H5Pclose(properties);
        H5Sclose(space);
    }

private:
    static hid_t memoryType(std::int64_t /*value*/) { return H5T_NATIVE_INT64; }
    static hid_t memoryType(std::int32_t /*value*/) { return H5T_NATIVE_INT32; }
    static hid_t memoryType(float /*value*/) { return H5T_NATIVE_FLOAT; }
    static hid_t memoryType(double /*value*/) { return H5T_NATIVE_DOUBLE; }

    void attribute(const std::string& object, const std::string& name, hid_t type, const void* value, hid_t space = -1) const
    {
        if (H5Aexists_by_name(m_file, object.c_str(), name.c_str(), H5P_DEFAULT) > 0) {
            removeAttribute(object, name);
        }
        const hid_t scalar = H5Screate(H5S_SCALAR);
        const hid_t made = H5Acreate_by_name(
            m_file, object.c_str(), name.c_str(), type, space < 0 ? scalar : space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        EXPECT_GE(H5Awrite(made, type, value), 0) << name;
        H5Aclose(made);
        H5Sclose(scalar);
    }

    hid_t m_file;
};

inline constexpr hsize_t sampleRows = 300;
inline constexpr hsize_t sampleDimensions = 6;

inline std::vector<std::int64_t> samplePositions()
{
    std::vector<std::int64_t> positions(sampleRows);
    for (std::size_t row = 0; row < positions.size(); ++row) {
        positions[row] = static_cast<std::int64_t>(row % 100);
    }
    return positions;
}

/// Angles that fall everywhere on the circle.
inline std::vector<float> sampleAngles()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> uniform(0.0F, 6.283F);
    std::vector<float> angles(sampleRows * sampleDimensions);
    for (float& angle : angles) {
        angle = uniform(random);
    }
    return angles;
}

inline std::vector<double> sampleFrequencies()
{
    return {1.0, 0.5, 0.25, 0.125, 0.0625, 0.0};
}

/// A complete recording of 300 tokens in 3 sequences, one RoPE of 6 dimensions, uncompressed.
inline void fillSample(const FileBuilder& file)
{
    file.variableText("/", "format", "rotascope-recording");
    file.integer("/", "version", 1);
    file.variableText("/", "producer", "a test");
    file.variableText("/", "model_id", "some/módel");
    file.fixedText("/", "created", "2024-05-06T07:08:09Z");
    file.dataset("/positions", {sampleRows}, samplePositions(), {H5T_STD_I64LE, {}, {}});
    file.dataset<std::int64_t>("/sequence_offsets", {4}, {0, 100, 200, 300}, {H5T_STD_I64LE, {}, {}});
    file.group("/ropes");
    file.group("/ropes/main");
    file.real("/ropes/main", "rope_theta", 10000.0);
    file.integer("/ropes/main", "head_dim", 16);
    file.integer("/ropes/main", "rotary_dim", 12);
    file.integer("/ropes/main", "original_max_position_embeddings", 100);
    file.integer("/ropes/main", "max_position_embeddings", 400);
    file.variableText("/ropes/main", "rope_type", "yarn");
    file.real("/ropes/main", "attention_factor", 1.25);
    file.integers("/ropes/main", "layers", {0, 2, 4});
    file.dataset("/ropes/main/inv_freq", {sampleDimensions}, sampleFrequencies(), {H5T_IEEE_F64LE, {}, {}});
    file.dataset("/ropes/main/angles", {sampleRows, sampleDimensions}, sampleAngles(), {H5T_IEEE_F32LE, {}, {}});
}

using Change = std::function<void(const FileBuilder&)>;

/// Writes a complete recording, changed; returns its path.
inline std::filesystem::path makeSample(std::filesystem::path path, const Change& change = {})
{
    const FileBuilder file(path);
    fillSample(file);
    if (change) {
        change(file);
    }
    return path;
}

} // namespace rotascope::test
