// Operations that can be awaited once: a handle, a struct, and a function whose result is marked.
#ifndef OPERATIONS_H
#define OPERATIONS_H

#include <stdbool.h>
#include <stddef.h>

#define OPS_VALUE_FUTURE __attribute__((swift_attr("vtlint:value-future")))
#define OPS_NAME(name) __attribute__((swift_name(#name)))

/// Taken from a pool, to which `ops_await` gives it back.
struct OPS_VALUE_FUTURE ops_operation;

struct ops_operation *_Nonnull ops_read(int file, size_t count);
/// Gives the operation back.
int ops_await(struct ops_operation *_Nonnull operation);
bool ops_is_done(const struct ops_operation *_Nonnull operation);

typedef struct OPS_VALUE_FUTURE {
  int id;
} ops_token OPS_NAME(Token);

ops_token ops_start(int id) OPS_NAME(start(_:));
int ops_token_wait(ops_token token) OPS_NAME(Token.wait(self:));
bool ops_token_is_done(ops_token token) OPS_NAME(getter:Token.isCompleted(self:));

/// A plain number, but one to be used once.
struct ops_slot { int place; };
OPS_VALUE_FUTURE struct ops_slot ops_reserve(int count);
void ops_release(struct ops_slot slot OPS_VALUE_FUTURE);
void ops_show(struct ops_slot slot);

struct ops_batch;
struct ops_batch *_Nonnull ops_batch_make(int count);
int ops_batch_poll(struct ops_batch *_Nonnull batch);
int ops_batch_wait(struct ops_batch *_Nonnull batch);

#endif
