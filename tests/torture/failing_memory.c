/* Preloaded into a process under test: once a test has written a number into the file of JALON_FAILING_MEMORY, that many
 * allocations from then on succeed and the next one gets no memory. 0: none fails; negative: it has happened. */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static _Atomic long *left;

__attribute__((constructor)) static void look(void) {
  char const *path = getenv("JALON_FAILING_MEMORY");
  int file = path ? open(path, O_RDWR) : -1;
  if (file < 0) return;
  void *where = mmap(0, sizeof *left, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (where != MAP_FAILED) left = where;
  close(file);
}

static int has_none(void) {
  if (!left || atomic_load_explicit(left, memory_order_relaxed) <= 0) return 0;
  if (atomic_fetch_sub(left, 1) != 1) return 0;
  atomic_store(left, -1);
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) { return has_none() ? 0 : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return has_none() ? 0 : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return has_none() ? 0 : __libc_realloc(old, size); }
