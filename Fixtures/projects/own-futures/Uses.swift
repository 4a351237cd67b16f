// What its closures are given.

// MARK: good

func computed() -> Future<Int> {
  Future(.later) { 5 }  // ok: what the block gives is the value
}

func told() -> Future<Int> {
  Future { promise in
    promise(5)  // ok: completed
  }
}

// MARK: bad

func forgotten() -> Future<Int> {
  Future { promise in  // expect: missing-resume
    print("never")
  }
}
