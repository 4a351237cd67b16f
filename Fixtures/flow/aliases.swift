func elementsAndCopies() {
  let f = store.load(1)
  let pair = (f, store.load(2))
  let (first, second) = pair
  _ = first.asTask()
  _ = second.asTask()
}
