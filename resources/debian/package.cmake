# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages, by the target "package": rotascope and, where these are built, rotascope-cuda and rotascope-mpi.
# What only a package needs is in components that `cmake --install` passes over.
string(TIMESTAMP DATE "%a, %d %b %Y 00:00:00 +0000" UTC) # of SOURCE_DATE_EPOCH where that is set
configure_file(resources/debian/changelog.in ${CMAKE_BINARY_DIR}/resources/changelog @ONLY)
set(PARTS rotascope)
if(ROTASCOPE_HAS_CUDA)
    list(APPEND PARTS rotascope-cuda)
endif()
if(TARGET rotascope-mpi-count)
    list(APPEND PARTS rotascope-mpi)
endif()
foreach(PART ${PARTS})
    rotascope_compressed(${CMAKE_BINARY_DIR}/resources/changelog ${PART}.changelog.Debian share/doc/${PART}
                         RENAME changelog.Debian.gz COMPONENT debian-${PART} EXCLUDE_FROM_ALL)
    install(FILES resources/debian/copyright DESTINATION share/doc/${PART} COMPONENT debian-${PART} EXCLUDE_FROM_ALL)
    list(APPEND CPACK_COMPONENTS_ALL ${PART} debian-${PART})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGE_NAME rotascope)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_CONTACT "The Rotascope developers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SOURCE rotascope)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_ROTASCOPE_PACKAGE_NAME rotascope)
set(CPACK_DEBIAN_ROTASCOPE_PACKAGE_SECTION science)
set(CPACK_DEBIAN_ROTASCOPE_DESCRIPTION
"see and choose how a RoPE context extension disturbs angles
The context window of a language model with rotary position embeddings is
extended by dividing the frequency of its rotary dimensions. Rotascope draws
what that does to the angles of each dimension, measures the disturbance,
finds the choice that disturbs least, lets the user change it and exports the
table for Transformers, vLLM, SGLang, llama.cpp and others.

This package has the window (rotascope), the command line (rotascope-cli),
sample recordings, and a Python package that records the angles of a model.")
# Plugins that Qt loads while the program runs: the linker does not see them.
set(CPACK_DEBIAN_ROTASCOPE_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6")
set(CPACK_DEBIAN_ROTASCOPE_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n") # the latter: Qt's own dialogs
set(CPACK_DEBIAN_ROTASCOPE_PACKAGE_SUGGESTS "rotascope-cuda, rotascope-mpi, python3-h5py, fonts-noto-cjk")
set(CPACK_DEBIAN_ROTASCOPE-CUDA_PACKAGE_NAME rotascope-cuda)
set(CPACK_DEBIAN_ROTASCOPE-CUDA_PACKAGE_SECTION contrib/science) # useful only with NVIDIA's driver
set(CPACK_DEBIAN_ROTASCOPE-CUDA_PACKAGE_DEPENDS "rotascope (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_ROTASCOPE-CUDA_PACKAGE_RECOMMENDS libcuda1)
set(CPACK_DEBIAN_ROTASCOPE-CUDA_DESCRIPTION
"CUDA engine of Rotascope
Lets Rotascope count angles on NVIDIA GPUs, where that is faster. The numbers
are the same to the bit.")
set(CPACK_DEBIAN_ROTASCOPE-MPI_PACKAGE_NAME rotascope-mpi)
set(CPACK_DEBIAN_ROTASCOPE-MPI_PACKAGE_SECTION science)
set(CPACK_DEBIAN_ROTASCOPE-MPI_PACKAGE_DEPENDS "rotascope (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_ROTASCOPE-MPI_PACKAGE_RECOMMENDS openmpi-bin)
set(CPACK_DEBIAN_ROTASCOPE-MPI_DESCRIPTION
"count recordings on many machines with Rotascope
Lets \"mpirun rotascope-cli count\" share the counting of recorded angles by
several processes. The result is the same to the byte.")

include(CPack)
foreach(PART ${PARTS})
    cpack_add_component_group(${PART})
    cpack_add_component(${PART} GROUP ${PART})
    cpack_add_component(debian-${PART} GROUP ${PART})
endforeach()
