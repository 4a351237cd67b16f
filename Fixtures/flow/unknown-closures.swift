func runByNobodyKnowsWhom() {
  let f = store.load(1)
  onCallback { _ = f.asTask() }
  _ = f.asTask()
}
