// Finds libclang's functions in a library that is opened at run time.
#include "CClang.h"

#include <dlfcn.h>
#include <stddef.h>

const char *clangLoad(const char *path, ClangFunctions *functions) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    const char *reason = dlerror();
    return reason != NULL ? reason : "it cannot be opened";
  }
#define CLANG_FIND(name, result, parameters) \
  functions->name = (result (*) parameters)dlsym(library, "clang_" #name); \
  if (functions->name == NULL) return "it has no function clang_" #name;
  CLANG_FUNCTIONS(CLANG_FIND)
#undef CLANG_FIND
  return NULL;
}
