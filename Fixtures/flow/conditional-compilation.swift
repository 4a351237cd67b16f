func eachAlternative() {
  let f = store.load(1)
  #if DEBUG
    _ = f.asTask()
  #elseif NEVER
    use(f.isCompleted)
  #else
    takeOver(f)
  #endif
}
