func onceAndMany(ids: [Int]) {
  let f = store.load(1)
  let g = store.load(2)
  notifier.sync { use(f.asTask()) }
  ids.forEach { id in use((id, g.asTask())) }
}
