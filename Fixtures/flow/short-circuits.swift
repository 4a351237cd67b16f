func rightSideMayNotRun(a: Bool, other: ValueFuture<User>?) {
  let f = store.load(1)
  if a && accepts(f.asTask()) || f.isCompleted { use(f.result) }
  let g = other ?? f
  use(g.isCompleted)
}
