// swift-tools-version: 6.2
import PackageDescription

// Measures the memory; a package of its own, so that nothing that is measured depends on it.
let package = Package(
  name: "memory-bench",
  dependencies: [.package(name: "Corridor", path: "../../..")],
  targets: [
    .executableTarget(
      name: "memory-bench", dependencies: [.product(name: "CorridorMemory", package: "Corridor")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
