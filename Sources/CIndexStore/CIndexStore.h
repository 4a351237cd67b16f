// What vtlint uses of the library libIndexStore, which is loaded at run time: there is no header to include where no
// toolchain is, and nothing to link with. Types and values are those of the interface's version 0.
#ifndef VTLINT_CINDEXSTORE_H
#define VTLINT_CINDEXSTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Text that belongs to the library; not ended by a zero.
typedef struct {
  const char *data;
  size_t length;
} IndexText;

/// A store, unit, record, occurrence, symbol or error.
typedef void *IndexHandle;

// The functions, by what they take and give.
typedef unsigned (*IndexVersion)(void);
typedef IndexHandle (*IndexOpenStore)(const char *path, IndexHandle *error);
typedef IndexHandle (*IndexOpenReader)(IndexHandle store, const char *name, IndexHandle *error);
typedef void (*IndexDispose)(IndexHandle handle);
typedef const char *(*IndexErrorText)(IndexHandle error);
typedef IndexText (*IndexGetText)(IndexHandle handle);
typedef bool (*IndexGetFlag)(IndexHandle handle);
typedef int (*IndexGetKind)(IndexHandle handle);
typedef uint64_t (*IndexGetRoles)(IndexHandle handle);
typedef IndexHandle (*IndexGetPart)(IndexHandle handle);
typedef void (*IndexGetPlace)(IndexHandle occurrence, unsigned *line, unsigned *column);
typedef void (*IndexGetTime)(IndexHandle unit, int64_t *seconds, int64_t *nanoseconds);
/// A visitor returns false to end the visit.
typedef bool (*IndexTextVisitor)(void *context, IndexText text);
typedef bool (*IndexVisitor)(void *context, IndexHandle item);
typedef bool (*IndexVisitUnits)(IndexHandle store, unsigned sorted, void *context, IndexTextVisitor visitor);
typedef bool (*IndexVisit)(IndexHandle reader, void *context, IndexVisitor visitor);

/// The text of a mangled Swift name. Part of the Swift runtime, which every Swift program has.
/// - Returns: NULL for what is no Swift name; else text that the caller frees.
char *swift_demangle(const char *name, size_t length, char *buffer, size_t *bufferSize, uint32_t flags);

#endif
