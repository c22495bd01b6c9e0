/* SPDX-License-Identifier: GPL-3.0-or-later
 * Loaded before the C library (LD_PRELOAD): the n-th call of one kind fails.
 *     FAULT_CALL    open, read, write, close, fsync, rename, link, truncate, chmod, mmap or malloc: each stands for all calls of its kind;
 *                   or thread: the n-th and every later one cannot be started
 *     FAULT_NUMBER  n, from 1 on
 *     FAULT_ERROR   errno
 *     FAULT_FOLDER  only calls for files in this folder count; for mmap, malloc and thread all calls count
 *     FAULT_REPORT  a file that is made when the call has failed
 * Each process counts its own calls, from the beginning of main on: what libraries do while they are loaded is theirs (GnuTLS, which HDF5
 * brings along, prints a line of its own there). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static atomic_bool in_main;

static int fails(const char* kind)
{
    if (!atomic_load(&in_main)) {
        return 0;
    }
    const char* wanted = getenv("FAULT_CALL");
    const char* number = getenv("FAULT_NUMBER");
    if (!wanted || !number || strcmp(wanted, kind) != 0) {
        return 0;
    }
    const long call = atomic_fetch_add(&calls, 1) + 1;
    if (call < atol(number) || (call > atol(number) && strcmp(kind, "thread") != 0)) {
        return 0;
    }
    const char* report = getenv("FAULT_REPORT");
    if (report) {
        syscall(SYS_close, (int)syscall(SYS_openat, AT_FDCWD, report, O_CREAT | O_WRONLY, 0600));
    }
    const char* error = getenv("FAULT_ERROR");
    errno = error ? atoi(error) : EIO;
    return 1;
}

static int in_folder(const char* path)
{
    const char* folder = getenv("FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_ours(int descriptor)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    return in_folder(path);
}

#define REAL(result, name, ...)                                                                                                            \
    static result (*real)(__VA_ARGS__);                                                                                                    \
    if (!real) {                                                                                                                           \
        real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);                                                                             \
    }

#define OPEN(name)                                                                                                                         \
    int name(const char* path, int flags, ...)                                                                                             \
    {                                                                                                                                      \
        va_list list;                                                                                                                      \
        va_start(list, flags);                                                                                                             \
        const mode_t mode = va_arg(list, mode_t);                                                                                          \
        va_end(list);                                                                                                                      \
        REAL(int, #name, const char*, int, ...)                                                                                            \
        return in_folder(path) && fails("open") ? -1 : real(path, flags, mode);                                                            \
    }
OPEN(open)
OPEN(open64)

/* A call whose first argument is a descriptor. */
#define CALL(kind, result, name, parameters, types, arguments)                                                                             \
    result name parameters                                                                                                                 \
    {                                                                                                                                      \
        REAL(result, #name, types)                                                                                                         \
        return is_ours(descriptor) && fails(kind) ? -1 : real arguments;                                                                   \
    }
#define LIST(...) __VA_ARGS__
CALL("read", ssize_t, read, (int descriptor, void* b, size_t n), LIST(int, void*, size_t), (descriptor, b, n))
CALL("read", ssize_t, pread, (int descriptor, void* b, size_t n, off_t o), LIST(int, void*, size_t, off_t), (descriptor, b, n, o))
CALL("read", ssize_t, pread64, (int descriptor, void* b, size_t n, off64_t o), LIST(int, void*, size_t, off64_t), (descriptor, b, n, o))
CALL("write", ssize_t, write, (int descriptor, const void* b, size_t n), LIST(int, const void*, size_t), (descriptor, b, n))
CALL("write", ssize_t, pwrite, (int descriptor, const void* b, size_t n, off_t o), LIST(int, const void*, size_t, off_t),
    (descriptor, b, n, o))
CALL("write", ssize_t, pwrite64, (int descriptor, const void* b, size_t n, off64_t o), LIST(int, const void*, size_t, off64_t),
    (descriptor, b, n, o))
CALL("write", ssize_t, writev, (int descriptor, const struct iovec* v, int n), LIST(int, const struct iovec*, int), (descriptor, v, n))
CALL("fsync", int, fsync, (int descriptor), LIST(int), (descriptor))
CALL("fsync", int, fdatasync, (int descriptor), LIST(int), (descriptor))
CALL("truncate", int, ftruncate, (int descriptor, off_t o), LIST(int, off_t), (descriptor, o))
CALL("truncate", int, ftruncate64, (int descriptor, off64_t o), LIST(int, off64_t), (descriptor, o))
CALL("chmod", int, fchmod, (int descriptor, mode_t m), LIST(int, mode_t), (descriptor, m))

int close(int descriptor)
{
    REAL(int, "close", int)
    const int ours = is_ours(descriptor);
    const int result = real(descriptor);
    return ours && fails("close") ? -1 : result;
}

int rename(const char* from, const char* to)
{
    REAL(int, "rename", const char*, const char*)
    return in_folder(to) && fails("rename") ? -1 : real(from, to);
}

int linkat(int a, const char* from, int b, const char* to, int flags)
{
    REAL(int, "linkat", int, const char*, int, const char*, int)
    return in_folder(to) && fails("link") ? -1 : real(a, from, b, to, flags);
}

void* mmap(void* address, size_t length, int protection, int flags, int descriptor, off_t offset)
{
    return fails("mmap") ? MAP_FAILED : (void*)syscall(SYS_mmap, address, length, protection, flags, descriptor, offset);
}

typedef int (*Main)(int, char**, char**);
static Main real_main;

static int counted_main(int count, char** arguments, char** environment)
{
    atomic_store(&in_main, true);
    const int code = real_main(count, arguments, environment);
    atomic_store(&in_main, false); /* and what they do at the end */
    return code;
}

int __libc_start_main(Main main, int count, char** arguments, void (*init)(void), void (*fini)(void), void (*loader)(void), void* stack)
{
    REAL(int, "__libc_start_main", Main, int, char**, void (*)(void), void (*)(void), void (*)(void), void*)
    real_main = main;
    return real(counted_main, count, arguments, init, fini, loader, stack);
}

extern void* __libc_malloc(size_t);
void* malloc(size_t size)
{
    return fails("malloc") ? NULL : __libc_malloc(size);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument)
{
    REAL(int, "pthread_create", pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)
    return fails("thread") ? EAGAIN : real(thread, attributes, run, argument);
}
