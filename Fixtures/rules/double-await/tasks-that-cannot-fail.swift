// `try await task.value` fails only where the task's closure can.

func numberOfATask() async {
  let f = store.load(1)
  let task = Task { 3 }
  do {
    use(f.asTask())
    use(try await task.value)  // ok: nothing in the task throws
  } catch {
    use(f.asTask())
  }
}

func declaredToNeverFail(_ task: Task<Int, Never>) async {
  let f = store.load(1)
  do {
    use(f.asTask())
    use(try await task.value)
  } catch {
    use(f.asTask())
  }
}

func catchesItsErrors() async {
  let f = store.load(1)
  let task = Task { do { try store.reset() } catch { use(error) } }
  do {
    use(f.asTask())
    use(try await task.value)
  } catch {
    use(f.asTask())
  }
}

func mayFail() async {
  let f = store.load(1)
  let task = Task { try store.reset() }
  do {
    use(f.asTask())
    use(try await task.value)
  } catch {
    use(f.asTask())  // expect: double-await
  }
}

func failsOnItsOwn() async {
  let f = store.load(1)
  let task = Task {
    guard f.isCompleted else { throw StoreError.closed }
    return 3
  }
  do {
    use(f.asTask())
    use(try await task.value)
  } catch {
    use(f.asTask())  // expect: double-await
  }
}
