func inReverseOnEachExit(a: Bool) throws {
  let f = store.load(1)
  defer { _ = f.asTask() }
  defer { use(f.isCompleted) }
  if a { return }
  try risk()
}
