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
} IndexString;

typedef void *IndexHandle;

typedef IndexHandle (*IndexStoreCreate)(const char *path, IndexHandle *error);
typedef void (*IndexDispose)(IndexHandle handle);
typedef unsigned (*IndexVersion)(void);
typedef IndexString (*IndexText)(IndexHandle handle);
typedef const char *(*IndexErrorText)(IndexHandle error);
typedef int (*IndexKind)(IndexHandle handle);
typedef bool (*IndexFlag)(IndexHandle handle);
typedef uint64_t (*IndexRoles)(IndexHandle handle);
typedef IndexHandle (*IndexPart)(IndexHandle handle);
typedef void (*IndexPlace)(IndexHandle occurrence, unsigned *line, unsigned *column);
typedef void (*IndexTime)(IndexHandle unit, int64_t *seconds, int64_t *nanoseconds);
typedef IndexHandle (*IndexReaderCreate)(IndexHandle store, const char *name, IndexHandle *error);
typedef bool (*IndexNameVisitor)(void *context, IndexString name);
typedef bool (*IndexVisitor)(void *context, IndexHandle item);
typedef bool (*IndexUnitsApply)(IndexHandle store, unsigned sorted, void *context, IndexNameVisitor visitor);
typedef bool (*IndexApply)(IndexHandle reader, void *context, IndexVisitor visitor);

#endif
