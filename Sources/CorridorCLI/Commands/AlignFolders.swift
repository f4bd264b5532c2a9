import Corridor
import Dispatch
import Synchronization

/// `align DIR DIR -o DIR`: every pair becomes a file of its own; a pair that fails is named, and the others go on.
extension AlignCommand {
  func alignFolders(_ messages: Messages) throws -> Outcome {
    guard InputFile(source).isFolder, InputFile(target).isFolder else {
      throw UsageError("one of \(source) and \(target) is a folder; name two files or two folders")
    }
    guard common.output != nil || save else {
      throw UsageError("two folders make many files; name the folder for them with -o, or --save the units")
    }
    guard beads == nil else { throw UsageError("--beads belongs to one pair; name two files") }
    let workspace = try common.open()
    let found = try workspace.pairs(
      InputFile.expand([source], endings: ["txt"]), InputFile.expand([target], endings: ["txt"]),
      ReadingOptions(language: from, wrapped: wrapped, segmented: segmented),
      ReadingOptions(language: to, wrapped: wrapped, segmented: segmented))
    if let folder = common.output { try InputFile.makeFolder(folder) }
    for file in found.unpaired { Messages.write("\(file.name): no counterpart in the other folder; name the pair") }
    let progress = FolderProgress(found.pairs.count, messages)
    let command = self
    let next = Atomic(0)
    // Two at a time, each with a workspace of its own: one serves one thread.
    DispatchQueue.concurrentPerform(iterations: min(2, max(1, found.pairs.count))) { _ in
      let workspace = try? command.common.open()
      while let workspace {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < found.pairs.count else { return }
        let pair = found.pairs[index]
        do {
          let aligned = try command.pair(pair.source.name, pair.target.name, workspace, Messages(isQuiet: true))
          var told = ""
          if command.save {
            let saved = try workspace.save(aligned, minimum: command.minConfidence, to: command.place.place)
            told = Self.told(saved)
          }
          let path = command.common.output.map { "\($0)/\(pair.name).\(command.ending)" }
          let output = try Output(path: path)
          if path != nil { try command.write(aligned, workspace, output) }
          try output.finish()
          progress.done(
            "\(pair.name): \(command.summary(aligned, output))\(told)\(pair.isByContent ? " (paired by content)" : "")")
        } catch let error as CorridorError {
          progress.failed(Remedies.text(error))
        } catch {
          progress.failed("\(error)")
        }
      }
    }
    let failures = progress.close()
    messages.say(
      "\(found.pairs.count - failures) of \(found.pairs.count) pairs aligned into \(common.output ?? "the memory")")
    return failures + found.unpaired.count > 0 ? .findings : .done
  }

  /// What the files end in.
  private var ending: String {
    switch format ?? .tmx {
    case .xliff: "xlf"
    case .ladder: "align"
    case let other: other.rawValue
    }
  }
}

/// What is said while pairs are aligned, from whichever thread.
private final class FolderProgress: Sendable {
  private let state = Mutex((done: 0, failures: 0))
  private let total: Int
  private let isQuiet: Bool

  init(_ total: Int, _ messages: Messages) {
    self.total = total
    isQuiet = messages.isQuiet
  }

  func done(_ message: String) {
    state.withLock { state in
      state.done += 1
      if !isQuiet { Messages.write("[\(state.done)/\(total)] \(message)") }
    }
  }

  /// A failure is said even where little is.
  func failed(_ message: String) {
    state.withLock { state in
      state.done += 1
      state.failures += 1
      Messages.write("[\(state.done)/\(total)] \(message)")
    }
  }

  func close() -> Int { state.withLock { $0.failures } }
}
