import ArgumentParser
import VTDriver

/// The options of `vtlint lint` that name sources of types.
struct TypeOptions: ParsableArguments {
  @Flag(help: "For types: ask everything that is found.")
  var typed = false

  @Option(help: ArgumentHelp("For types: read what this file or folder declares.", valueName: "path"))
  var dependency: [String] = []

  @Option(help: ArgumentHelp("For types: ask this index store.", valueName: "path"))
  var indexStore: String?

  var request: TypeRequest {
    var request = TypeRequest()
    request.isTyped = typed
    request.dependencies = dependency
    request.indexStore = indexStore
    return request
  }
}
