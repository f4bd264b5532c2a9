internal import Files

/// What a program that writes files does first: standard streams that the caller closed are held, so that no message lands
/// in a file; writing that fails is an error rather than the end; files that are being written are removed if the process is
/// told to end.
public func prepareProcess() { StandardStreams.prepare() }
