#include "Operations.h"

struct ops_operation { int file; };

static struct ops_operation pool[1];

struct ops_operation *ops_read(int file, size_t count) {
  (void)count;
  pool[0].file = file;
  return &pool[0];
}
int ops_await(struct ops_operation *operation) { return operation->file; }
bool ops_is_done(const struct ops_operation *operation) { return operation->file != 0; }

ops_token ops_start(int id) { return (ops_token){id}; }
int ops_token_wait(ops_token token) { return token.id; }
bool ops_token_is_done(ops_token token) { return token.id != 0; }

struct ops_slot ops_reserve(int count) { return (struct ops_slot){count}; }
void ops_release(struct ops_slot slot) { (void)slot; }
void ops_show(struct ops_slot slot) { (void)slot; }

struct ops_batch { int count; };

static struct ops_batch batches[1];

struct ops_batch *ops_batch_make(int count) {
  batches[0].count = count;
  return &batches[0];
}
int ops_batch_poll(struct ops_batch *batch) { return batch->count; }
int ops_batch_wait(struct ops_batch *batch) { return batch->count; }
