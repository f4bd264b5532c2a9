internal import Bitext
internal import Exchange
internal import Files
internal import Rules
internal import TranslationMemory

// Runs work of one room, and gives its faults as the face does.

/// What reads or writes a file or a format.
func exchanging<Value>(_ body: () throws(FileError) -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch {
    throw CorridorError(error)
  }
}

/// What reads rule files and tables.
func ruled<Value>(_ body: () throws(RulesErrors) -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch {
    throw .faults(error.faults.map { Fault($0) })
  }
}

/// What asks the memory.
func remembering<Value>(_ body: () throws(MemoryError) -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch {
    throw .memory(error)
  }
}

/// What passes on errors of several rooms, as a transaction does.
func rememberingAll<Value>(_ body: () throws -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch let error as CorridorError {
    throw error
  } catch let error as MemoryError {
    throw .memory(error)
  } catch {
    throw .failure("\(error)")
  }
}

extension CorridorError {
  init(_ error: FileError) {
    if let reason = Refusal(error.reason) {
      self = .refused(reason, Fault(error))
    } else {
      self = .closedPipe
    }
  }
}
