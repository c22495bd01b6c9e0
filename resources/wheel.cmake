# SPDX-License-Identifier: GPL-3.0-or-later
# The recorder as a wheel, which pip installs also from a folder that it may not write to. Made offline, with Debian's pip and setuptools.
find_program(ROTASCOPE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
set(PROBLEM 1)
if(ROTASCOPE_PYTHON)
    execute_process(COMMAND ${ROTASCOPE_PYTHON} -c "import setuptools, wheel, pip" RESULT_VARIABLE PROBLEM ERROR_QUIET)
endif()
if(PROBLEM)
    message(STATUS "The recorder's wheel is left out: it needs python3 with pip, setuptools and wheel")
    return()
endif()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS recorder/rotascope_recorder/version.py)
file(STRINGS recorder/rotascope_recorder/version.py VERSION REGEX "^__version__")
string(REGEX REPLACE ".*\"(.*)\"" "\\1" VERSION ${VERSION})
set(WHEEL ${CMAKE_CURRENT_BINARY_DIR}/rotascope_recorder-${VERSION}-py3-none-any.whl)
set(COPY ${CMAKE_CURRENT_BINARY_DIR}/recorder) # setuptools writes beside what it reads
file(GLOB SOURCES CONFIGURE_DEPENDS recorder/rotascope_recorder/*.py)
add_custom_command(OUTPUT ${WHEEL}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${COPY}
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/recorder ${COPY}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/LICENSE ${COPY}
    COMMAND ${ROTASCOPE_PYTHON} -m pip wheel --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation
            --wheel-dir ${CMAKE_CURRENT_BINARY_DIR} ${COPY}
    DEPENDS ${SOURCES} recorder/pyproject.toml recorder/README.md ${CMAKE_SOURCE_DIR}/LICENSE VERBATIM)
add_custom_target(recorder_wheel ALL DEPENDS ${WHEEL})
install(FILES ${WHEEL} DESTINATION share/rotascope/recorder)
