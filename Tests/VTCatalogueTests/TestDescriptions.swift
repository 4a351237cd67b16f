// Entries by their names in the log of a test run.
import Testing
import VTCatalogue

extension RuleInfo: CustomTestStringConvertible {
  package var testDescription: String { id.text }
}

extension OneShotType: CustomTestStringConvertible {
  package var testDescription: String { id }
}
