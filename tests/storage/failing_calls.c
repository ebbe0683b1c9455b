/* Loaded before the C library: lets the n-th call on a workspace file fail, once or from
   then on. Calls are counted from arm() on; disarm() tells how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long fail_at = 0, seen = 0;
static int from_then_on = 0, error_number = 0;

void arm(long at, int forever, int error) {
    seen = 0; from_then_on = forever; error_number = error; fail_at = at;
}

long disarm(void) { fail_at = 0; return seen; }

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static int fails(const char *path) {
    if (!fail_at || !(ends_with(path, ".review") || ends_with(path, ".review-journal")))
        return 0;
    seen++;
    if (seen == fail_at || (from_then_on && seen > fail_at)) { errno = error_number; return 1; }
    return 0;
}

static int fails_on(int file) {
    char link[64], path[4096];
    if (!fail_at) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { REAL(pwrite64); return fails_on(f) ? -1 : real(f, b, n, o); }
ssize_t pwrite(int f, const void *b, size_t n, off_t o) { REAL(pwrite); return fails_on(f) ? -1 : real(f, b, n, o); }
ssize_t pread64(int f, void *b, size_t n, off64_t o) { REAL(pread64); return fails_on(f) ? -1 : real(f, b, n, o); }
ssize_t pread(int f, void *b, size_t n, off_t o) { REAL(pread); return fails_on(f) ? -1 : real(f, b, n, o); }
int ftruncate64(int f, off64_t n) { REAL(ftruncate64); return fails_on(f) ? -1 : real(f, n); }
int ftruncate(int f, off_t n) { REAL(ftruncate); return fails_on(f) ? -1 : real(f, n); }
int fdatasync(int f) { REAL(fdatasync); return fails_on(f) ? -1 : real(f); }
int fsync(int f) { REAL(fsync); return fails_on(f) ? -1 : real(f); }
int unlink(const char *p) { REAL(unlink); return fails(p) ? -1 : real(p); }

#define OPEN(name) \
int name(const char *p, int flags, ...) { \
    REAL(name); \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    return fails(p) ? -1 : real(p, flags, mode); \
}
OPEN(open)
OPEN(open64)
