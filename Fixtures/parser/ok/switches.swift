func f() {
  switch x {
  case 1, 2...3, ..<0: a()
  case .some(let y) where y > 1, .other(y: var z, _): b(); fallthrough
  case let (p, .q(r)), (is A, let s as B): break
  case "text", nil, Self.constant, let t?: c()
  @unknown default: d()
  }
  switch (a, b) {
  #if DEBUG
  case (1, _): e()
  #else
  case (2, _): f()
  #endif
  default: break
  }
  let y = switch x { case true: 1 default: 2 }
  let z = if a { 1 } else if b { 2 } else { 3 }
  return if x { try await g() } else { h() }
}
