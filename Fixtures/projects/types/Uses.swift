// Knows types from the other files only.

func byInferredProperty() async throws {
  let f = Repository.shared.cache.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byGlobal() async throws {
  let f = repository.cache.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byExtension() async throws {
  let f = repository.cache.reload(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byOverloadOfAnExtension() {
  _ = repository.cache.reload(all: [1])  // ok: a number
}

func byNestedType() async throws {
  let f = Repository.Nested().load()
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func byProtocolRequirement<R: Reader>(reader: R) {
  reader.read()  // expect: unconsumed
}

func byConformer(reader: CachingReader) {
  reader.read()  // expect: unconsumed
}

func byAliasOfAnotherFile(f: Pending<User>) {
  use(f.result)  // expect: premature-result
}

func somethingElse() {
  use(repository.cache.peek(1)?.id)  // ok: a user
}
