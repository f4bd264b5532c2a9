package import TranslationMemory

extension Workspace {
  /// The units of the memory that hold a text, with its places on either side.
  /// - Throws: `CorridorError.usage` where no memory is named, or a pattern does not compile.
  package func concordance(_ query: ConcordanceQuery, memory named: String? = nil) throws(CorridorError) -> Concordance
  {
    let memory = try memory(named, isRead: true)
    return try remembering { () throws(MemoryError) in try memory.concordance(query) }
  }
}
