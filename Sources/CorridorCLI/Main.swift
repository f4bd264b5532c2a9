import ArgumentParser
import Corridor

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `corridor`: segment, align and check texts in two languages, and look up what they call things.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corridor",
    abstract: "A translation memory and glossary for languages whose names do not agree.",
    discussion: """
      Example: corridor align depeche.fr.txt dispatch.en.txt -o dispatch.tmx

      Exit status: 0 done; 1 done, with findings; 2 wrong usage; 3 input that could not be read or was refused; \
      4 an internal failure.
      """,
    version: Corridor.version,
    subcommands: [
      InitCommand.self, SegmentCommand.self, AlignCommand.self, AnnotateCommand.self, LookupCommand.self,
      CheckCommand.self,
      ImportCommand.self, ExportCommand.self, MatchCommand.self, ConcordanceCommand.self,
      StatsCommand.self, CleanCommand.self,
      HistoryCommand.self, EditCommand.self,
      GlossaryCommand.self, TermsCommand.self, NamesCommand.self,
      ConvertCommand.self, ValidateCommand.self,
    ])
}

@main
enum Main {
  /// Parses, runs one command and ends with the promised status. All of argument-parser's own statuses become 2.
  static func main() {
    Corridor.prepareProcess()
    returnMemory()
    if let name = unreadableArgument {
      Messages.write("error: '\(name)' is no UTF-8; rename the file, or set the terminal to UTF-8")
      exit(2)
    }
    exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// The first argument that is no text: Swift would give it another name, under which there is no file.
  private static var unreadableArgument: String? {
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      if String(validatingCString: argument) == nil { return String(cString: argument) }
    }
    return nil
  }

  /// Large blocks go back to the system when they are freed. glibc would raise the size of what counts as large with every
  /// block, and keep tens of megabytes for nothing.
  private static func returnMemory() {
    #if canImport(Glibc)
      // Not in the module of the C library; absent in others, where nothing need be done.
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
      let (trimThreshold, mappingThreshold): (Int32, Int32) = (-1, -3)
      _ = mallopt(mappingThreshold, 128 << 10)
      _ = mallopt(trimThreshold, 128 << 10)
    #endif
  }

  private static func status(of arguments: [String]) -> Int32 {
    let command: any ParsableCommand
    do {
      command = try Root.parseAsRoot(arguments)
    } catch {
      return explain(error)
    }
    do {
      guard let command = command as? any CorridorCommand else {
        var command = command
        try command.run()
        return 0
      }
      return try run(command)
    } catch let error as CorridorError {
      let status = Remedies.exitStatus(error)
      if status != 0 { Messages.write(Remedies.text(error)) }
      return status
    } catch let error as UsageError {
      Messages.write(error.description)
      return 2
    } catch {
      return explain(error)
    }
  }

  private static func run(_ command: any CorridorCommand) throws -> Int32 {
    let output = try Output(path: command.outputPath)
    let messages = Messages(isQuiet: command.common.quiet)
    let status = try command.execute(output, messages)
    try output.finish()
    return status.rawValue
  }

  /// Help and version go to standard output with 0; everything else is wrong usage.
  private static func explain(_ error: any Error) -> Int32 {
    let text = Root.fullMessage(for: error)
    guard Root.exitCode(for: error) == .success else {
      Messages.write(text)
      return 2
    }
    do {
      let output = try Output(path: nil)
      try output.write(text + "\n")
      try output.finish()
    } catch {
      return 0
    }
    return 0
  }
}
