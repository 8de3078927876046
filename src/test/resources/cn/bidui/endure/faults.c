/*
 * Loaded before the C library (LD_PRELOAD): counts every call by which a process changes files below
 * ENDURE_ROOT, over all of its threads, and at call ENDURE_AT lets something happen. strace can do
 * that too, but counts each thread for itself, so that many calls could never be chosen.
 *
 *   ENDURE_ROOT   the folder, absolute
 *   ENDURE_CALLS  the names of the calls that count, with a comma before and behind each; all if unset
 *   ENDURE_AT     the number of the call, from 1; 0 for none
 *   ENDURE_HOW    kill    the process is killed before the call
 *                 tear    it is killed after half of what is written was written
 *                 nospace, ioerror   the call fails with ENOSPC or EIO
 *   ENDURE_EVER   1 if every call from that one on fails
 *   ENDURE_LOG    a file that gets a line for each call: number, name, path
 *   ENDURE_SNAPS  a folder that gets, before each call, a copy of ENDURE_ROOT under the call's number:
 *                 what a process that is killed there leaves; and before each write one more, with
 *                 "-torn" behind the number, in which half of it was written. Other calls wait until
 *                 the call is over, so that no file comes or goes while the folder is copied.
 *   ENDURE_CONTROL  a file of 8192 bytes that holds all of these instead, as the environment does: each
 *                 NAME=value ends with a zero byte, the last one with two. It is looked at with each
 *                 call, so that a process can be harmed more than once.
 *   ENDURE_TRIAL  with another value calls are counted from 1 again
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum verdict { GO, FAIL, TEAR };

static long calls;

static const char *control;

__attribute__((constructor)) static void controlled(void) {
  const char *name = getenv("ENDURE_CONTROL");
  if (name == NULL) {
    return;
  }
  int (*opening)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = opening(name, O_RDONLY | O_CLOEXEC);
  void *held = file < 0 ? MAP_FAILED : mmap(NULL, 8192, PROT_READ, MAP_SHARED, file, 0);
  if (held == MAP_FAILED) {
    perror("ENDURE_CONTROL");
    _exit(126);
  }
  close(file);
  control = held;
}

static const char *told(const char *name) {
  if (control == NULL) {
    return getenv(name);
  }
  size_t length = strlen(name);
  for (const char *entry = control; *entry != 0; entry += strlen(entry) + 1) {
    if (strncmp(entry, name, length) == 0 && entry[length] == '=') {
      return entry + length + 1;
    }
  }
  return NULL;
}

static const char *setting(const char *name) {
  const char *value = told(name);
  return value == NULL ? "" : value;
}

static int inside(const char *path) {
  const char *root = setting("ENDURE_ROOT");
  size_t length = strlen(root);
  return length > 0 && path != NULL && strncmp(path, root, length) == 0 && path[length] == '/';
}

static int chosen(const char *call) {
  const char *names = told("ENDURE_CALLS");
  if (names == NULL) {
    return 1;
  }
  char name[40];
  snprintf(name, sizeof name, ",%s,", call);
  return strstr(names, name) != NULL;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) {
    pause();
  }
}

static void note(long number, const char *call, const char *path) {
  static ssize_t (*real)(int, const void *, size_t);
  const char *log = told("ENDURE_LOG");
  if (log == NULL) {
    return;
  }
  static int (*opening)(const char *, int, ...);
  if (real == NULL) {
    real = dlsym(RTLD_NEXT, "write");
    opening = dlsym(RTLD_NEXT, "open");
  }
  char line[4300];
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
  int file = opening(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file >= 0) {
    if (real(file, line, length) < 0) {
      perror("ENDURE_LOG");
    }
    close(file);
  }
}

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

/* Half of what a call is about to write, and where; no bytes for calls that write none. */
struct half {
  const void *bytes;
  size_t count;
  off64_t offset;
};

static const struct half nothing = {NULL, 0, 0};

static void copy(const char *from, const char *to) {
  char *const line[] = {"cp", "-a", "--", (char *)from, (char *)to, NULL};
  char *const bare[] = {"PATH=/usr/bin:/bin", NULL};
  pid_t child;
  int status = 1;
  if (posix_spawnp(&child, "cp", NULL, NULL, line, bare) != 0 || waitpid(child, &status, 0) < 0
      || status != 0) {
    fprintf(stderr, "ENDURE_SNAPS: not copied to %s\n", to);
    die();
  }
}

static void snap(long number, const char *path, struct half half) {
  static ssize_t (*writing)(int, const void *, size_t, off64_t);
  static int (*opening)(const char *, int, ...);
  const char *snaps = told("ENDURE_SNAPS");
  if (snaps == NULL) {
    return;
  }
  const char *root = setting("ENDURE_ROOT");
  char to[4200];
  snprintf(to, sizeof to, "%s/%ld", snaps, number);
  copy(root, to);
  if (half.bytes == NULL) {
    return;
  }
  if (writing == NULL) {
    writing = dlsym(RTLD_NEXT, "pwrite64");
    opening = dlsym(RTLD_NEXT, "open64");
  }
  char torn[4220];
  snprintf(torn, sizeof torn, "%s-torn", to);
  copy(to, torn);
  char file[8400];
  snprintf(file, sizeof file, "%s%s", torn, path + strlen(root));
  int opened = opening(file, O_WRONLY);
  if (opened < 0 || writing(opened, half.bytes, half.count, half.offset) != (ssize_t)half.count) {
    fprintf(stderr, "ENDURE_SNAPS: not torn: %s\n", file);
    die();
  }
  close(opened);
}

/* Whether this thread is within a call that others wait for. */
static __thread int waited_for;

static void over(const int *call) {
  (void)call;
  if (waited_for) {
    waited_for = 0;
    pthread_mutex_unlock(&counting);
  }
}

/* Stands first in each call: at its end those who wait go on. */
#define CALL __attribute__((cleanup(over), unused)) int call_of_this_thread = 0;

static long counted(const char *call, const char *path, struct half half) {
  static long trial;
  pthread_mutex_lock(&counting);
  long now = atol(setting("ENDURE_TRIAL"));
  calls = now == trial ? calls : 0;
  trial = now;
  long number = ++calls;
  note(number, call, path);
  snap(number, path, half);
  if (told("ENDURE_SNAPS") != NULL) {
    waited_for = 1;
  } else {
    pthread_mutex_unlock(&counting);
  }
  return number;
}

static enum verdict at_writing(const char *call, const char *path, struct half half) {
  if (!inside(path) || !chosen(call)) {
    return GO;
  }
  long number = counted(call, path, half);
  long when = atol(setting("ENDURE_AT"));
  int ever = setting("ENDURE_EVER")[0] == '1';
  if (when == 0 || number < when || (number > when && !ever)) {
    return GO;
  }
  const char *how = setting("ENDURE_HOW");
  if (strcmp(how, "kill") == 0) {
    die();
  }
  if (strcmp(how, "tear") == 0) {
    return TEAR;
  }
  errno = strcmp(how, "ioerror") == 0 ? EIO : ENOSPC;
  return FAIL;
}

static enum verdict at(const char *call, const char *path) {
  return at_writing(call, path, nothing);
}

static enum verdict at_file_writing(const char *call, int file, struct half half) {
  char link[40];
  char path[4100];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) {
    return GO;
  }
  path[length] = 0;
  return at_writing(call, path, half);
}

static enum verdict at_file(const char *call, int file) {
  return at_file_writing(call, file, nothing);
}

/* Where a write without an offset goes. */
static off64_t place(int file) {
  struct stat64 is;
  if ((fcntl(file, F_GETFL) & O_APPEND) != 0 && fstat64(file, &is) == 0) {
    return is.st_size;
  }
  return lseek64(file, 0, SEEK_CUR);
}

#define REAL(type, name, ...)                 \
  CALL                                        \
  static type (*real)(__VA_ARGS__);           \
  if (real == NULL) {                         \
    real = dlsym(RTLD_NEXT, name);            \
  }

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t)
  off64_t offset = told("ENDURE_SNAPS") == NULL ? 0 : place(file);
  enum verdict verdict = at_file_writing("write", file, (struct half){bytes, count / 2, offset});
  if (verdict == TEAR) {
    real(file, bytes, count / 2);
    die();
  }
  return verdict == FAIL ? -1 : real(file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)
  enum verdict verdict = at_file_writing("pwrite", file, (struct half){bytes, count / 2, offset});
  if (verdict == TEAR) {
    real(file, bytes, count / 2, offset);
    die();
  }
  return verdict == FAIL ? -1 : real(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int)
  enum verdict verdict = at_file("write", file);
  if (verdict == TEAR) {
    real(file, parts, count / 2);
    die();
  }
  return verdict == FAIL ? -1 : real(file, parts, count);
}

/* Only what may make a file: opening one that is there changes nothing. */
static int opened(const char *path, int flags, mode_t mode, const char *name) {
  CALL
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  if ((flags & O_CREAT) != 0 && access(path, F_OK) != 0) {
    enum verdict verdict = at("create", path);
    if (verdict == TEAR) {
      real(path, flags, mode);
      die();
    }
    if (verdict == FAIL) {
      return -1;
    }
  }
  return real(path, flags, mode);
}

static mode_t mode_of(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  return opened(path, flags, mode, "open");
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  return opened(path, flags, mode, "open64");
}

#define ON_FILE(function, call)                                  \
  int function(int file) {                                       \
    REAL(int, #function, int)                                    \
    enum verdict verdict = at_file(call, file);                  \
    if (verdict == TEAR) {                                       \
      real(file);                                                \
      die();                                                     \
    }                                                            \
    return verdict == FAIL ? -1 : real(file);                    \
  }

ON_FILE(fsync, "fsync")
ON_FILE(fdatasync, "fsync")

#define TRUNCATE(function, type)                                 \
  int function(int file, type length) {                          \
    REAL(int, #function, int, type)                              \
    enum verdict verdict = at_file("truncate", file);            \
    if (verdict == TEAR) {                                       \
      real(file, length);                                        \
      die();                                                     \
    }                                                            \
    return verdict == FAIL ? -1 : real(file, length);            \
  }

TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ON_PATH(function, call)                                  \
  int function(const char *path) {                               \
    REAL(int, #function, const char *)                           \
    enum verdict verdict = at(call, path);                       \
    if (verdict == TEAR) {                                       \
      real(path);                                                \
      die();                                                     \
    }                                                            \
    return verdict == FAIL ? -1 : real(path);                    \
  }

ON_PATH(unlink, "unlink")
ON_PATH(rmdir, "unlink")

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t)
  enum verdict verdict = at("mkdir", path);
  if (verdict == TEAR) {
    real(path, mode);
    die();
  }
  return verdict == FAIL ? -1 : real(path, mode);
}

#define ON_TWO(function, call)                                   \
  int function(const char *from, const char *to) {               \
    REAL(int, #function, const char *, const char *)             \
    enum verdict verdict = at(call, to);                         \
    if (verdict == TEAR) {                                       \
      real(from, to);                                            \
      die();                                                     \
    }                                                            \
    return verdict == FAIL ? -1 : real(from, to);                \
  }

ON_TWO(rename, "rename")
ON_TWO(link, "link")
