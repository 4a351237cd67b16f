// Handlers that are told how it goes, and then how it ended: they are meant to be called again, and that is no more than a remark.

enum WorkStatus { case begin, progress, end, error }

final class WorkServer {
  func create(_ name: String, completeon: @escaping (String?, (any Error)?) -> Void) {}
}

// MARK: good

final class RowsOfElsewhere {
  func read(_ rows: ForeignRows, completion: @escaping ([Int]) -> Void) {
    var all: [Int] = []
    rows.forEach { row, error in
      guard let row else { return completion(all) }  // ok: a sequence has no errors for elements
      all.append(row)
    }
  }
}

// MARK: remarks

func told(_ server: WorkServer, completion: ((_ status: WorkStatus, _ result: String?, _ error: (any Error)?) -> Void)?) {
  completion?(.begin, nil, nil)
  server.create("") { file, error in
    if let error {
      completion?(.error, nil, error)  // expect: double-resume
    } else {
      completion?(.end, file, nil)  // expect: double-resume
    }
  }
}

func asked(_ names: [String], completion: @escaping (_ progress: Double, _ cancel: inout Bool) -> Void) {
  var isCancelled = false
  completion(0, &isCancelled)
  completion(1, &isCancelled)  // expect: double-resume
}

// MARK: bad

func failsAndEnds(_ isOpen: Bool, completion: @escaping (_ status: WorkStatus, _ result: String?) -> Void) {
  if !isOpen { completion(.error, nil) }
  completion(.end, "")  // expect: double-resume
}
