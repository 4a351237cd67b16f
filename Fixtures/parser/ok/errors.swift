func f() throws {
  do { try g() } catch let error as E where error.code == 1 { } catch .a, .b(_) { } catch { throw error }
  do throws(E) { try h() }
  defer { close() }
  throw E.failed
  let x = try? await k()
  let y = try! l()
}
