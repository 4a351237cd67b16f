extension Catalogue {
  package static let builtIn = Catalogue(
    rules: [], types: [], closureRunners: [], borrowingFunctions: [], neverReturning: [], assertions: [],
    collectionInsertions: [], markerProtocols: [])
}
