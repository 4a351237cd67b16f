func fallsThrough(kind: Kind) {
  let f = store.load(1)
  switch kind {
  case .one where random(): _ = f.asTask()
  case .one:
    fallthrough
  case .two: use(0)
  default: break
  }
}

enum Kind { case one, two, three }
