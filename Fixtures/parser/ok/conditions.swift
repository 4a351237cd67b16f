func f() {
  if a, let b, let c = d, case .e(let g)? = h, #available(macOS 13, *), b.contains(where: { $0 }) { }
  if let (x, y) = z { } else if var w: Int = v { } else { }
  guard let self, !done else { return }
  while let x = next(), x > 0 { }
  if a.contains { $0 > 1 } && b { }
  guard xs.map { $0 }.isEmpty else { return }
  if items.isEmpty {
    f()
  }
  if await x.y, try z() { }
  for x in y where x > 1 { }
}
