// Of a recursion only the ways that end count.

func sends(_ f: ValueFuture<User>, _ n: Int) {
  if n > 0 { sends(f, n - 1) } else { use(f.asTask()) }
}

func sendsTwice() {
  let f = store.load(1)
  sends(f, 1)
  sends(f, 2)
}
