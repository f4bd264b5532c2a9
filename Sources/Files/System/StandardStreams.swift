/// What a program does first, so that no surprise of its surroundings reaches a file.
package enum StandardStreams {
  /// Closed streams are held, and writing that fails is an error.
  package static func prepare() {
    CLibrary.holdStandardStreams()
    CLibrary.ignoreWritingSignals()
    UnfinishedFiles.removeWhenEnded()
  }
}
