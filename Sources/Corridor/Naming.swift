import Bitext

extension Workspace {
  func names(in document: Document) throws(CorridorError) -> [NameOccurrence] { [] }
  func nameKey(_ n: NameOccurrence, language: LanguageTag) throws(CorridorError) -> String? { nil }
}
