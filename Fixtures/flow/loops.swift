func labelledJumps(a: Bool) async {
  let f = store.load(1)
  outer: while random() {
    repeat {
      if a { continue outer }
      break outer
    } while random()
  }
  _ = f.asTask()
}
