func errorBecomesNil() async {
  let f = store.load(1)
  if let user = try? await f.value {
    use(user)
  }
}
