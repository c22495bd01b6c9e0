# SPDX-License-Identifier: GPL-3.0-or-later
# The CUDA engine is C++20, which nvcc knows since CUDA 12. An older one (Debian 12 itself has 11.8) would be found, and fail later.
set(ROTASCOPE_OLDEST_NVCC 12.0)

# rotascope_nvcc_problem(RESULT): why the nvcc that CMake is about to take cannot be used; empty if it can, or if none is found.
function(rotascope_nvcc_problem result)
    set(nvcc "$ENV{CUDACXX}")
    if(CMAKE_CUDA_COMPILER)
        set(nvcc ${CMAKE_CUDA_COMPILER})
    endif()
    if(NOT nvcc)
        find_program(ROTASCOPE_NVCC nvcc HINTS ENV CUDA_PATH PATH_SUFFIXES bin)
        mark_as_advanced(ROTASCOPE_NVCC)
        set(nvcc ${ROTASCOPE_NVCC})
    endif()
    set(${result} "" PARENT_SCOPE)
    if(NOT nvcc)
        return()
    endif()
    execute_process(COMMAND ${nvcc} --version OUTPUT_VARIABLE text ERROR_QUIET)
    if(text MATCHES "release ([0-9]+\\.[0-9]+)" AND CMAKE_MATCH_1 VERSION_LESS ROTASCOPE_OLDEST_NVCC)
        set(${result} "${nvcc} is of CUDA ${CMAKE_MATCH_1}, which has no C++20: expected CUDA ${ROTASCOPE_OLDEST_NVCC} or newer" PARENT_SCOPE)
    endif()
endfunction()
