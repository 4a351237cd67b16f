// Each alternative of an `#if` may hold the single expression that a body gives.

func alternativesAreReturned(_ id: Int) -> ValueFuture<User> {
  #if DEBUG
    store.load(0)  // ok: returned
  #else
    store.load(id)  // ok: returned
  #endif
}

var alternativesOfGetter: ValueFuture<User> {
  #if DEBUG
    store.load(0)  // ok: returned
  #elseif os(WASI)
    store.load(1)  // ok: returned
  #else
    store.load(2)  // ok: returned
  #endif
}

func alternativesOfCase(_ id: Int) -> ValueFuture<User> {
  switch id {
  case 0:
    #if DEBUG
      store.load(0)  // ok: the value of the 'switch'
    #else
      store.load(1)  // ok: the value of the 'switch'
    #endif
  default: store.load(id)
  }
}

func alternativesAreDropped(_ id: Int) {
  #if DEBUG
    store.save(0)  // expect: unconsumed
  #else
    store.save(id)  // expect: unconsumed
  #endif
}
