# SPDX-License-Identifier: GPL-3.0-or-later
# The Python packages as wheels, which pip installs also from a folder that it may not write to. Made offline, with Debian's pip and
# setuptools.
find_program(ROTASCOPE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
set(PROBLEM 1)
if(ROTASCOPE_PYTHON)
    execute_process(COMMAND ${ROTASCOPE_PYTHON} -c "import setuptools, wheel, pip" RESULT_VARIABLE PROBLEM ERROR_QUIET)
endif()
if(PROBLEM)
    message(STATUS "The wheels of the Python packages are left out: they need python3 with pip, setuptools and wheel")
    return()
endif()

# rotascope_wheel(NAME): of the package rotascope_NAME in the folder NAME, installed beside its sources.
function(rotascope_wheel name)
    set(package ${name}/rotascope_${name})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${package}/version.py)
    file(STRINGS ${package}/version.py version REGEX "^__version__")
    string(REGEX REPLACE ".*\"(.*)\"" "\\1" version ${version})
    set(wheel ${CMAKE_CURRENT_BINARY_DIR}/rotascope_${name}-${version}-py3-none-any.whl)
    set(copy ${CMAKE_CURRENT_BINARY_DIR}/${name}) # setuptools writes beside what it reads
    file(GLOB sources CONFIGURE_DEPENDS ${package}/*.py)
    add_custom_command(OUTPUT ${wheel}
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${copy}
        COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/${name} ${copy}
        COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/LICENSE ${copy}
        COMMAND ${ROTASCOPE_PYTHON} -m pip wheel --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation
                --wheel-dir ${CMAKE_CURRENT_BINARY_DIR} ${copy}
        DEPENDS ${sources} ${name}/pyproject.toml ${name}/README.md ${CMAKE_SOURCE_DIR}/LICENSE VERBATIM)
    add_custom_target(${name}_wheel ALL DEPENDS ${wheel})
    install(FILES ${wheel} DESTINATION share/rotascope/${name})
endfunction()
rotascope_wheel(recorder)
rotascope_wheel(evaluate)
