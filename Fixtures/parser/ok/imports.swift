import Foundation
import struct Foundation.URL
@testable public import Module
@_spi(Private) @preconcurrency import A.B.C
