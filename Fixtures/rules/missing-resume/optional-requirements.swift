// `delegate.method?(…)`: a requirement that need not be fulfilled. Only Objective-C has such.

#if canImport(ObjectiveC)
  import Foundation

  private typealias Answer = (URLSession.ResponseDisposition) -> Void

  // MARK: good

  private protocol Download: URLSessionDataDelegate {}

  private final class ImageDownload: NSObject, Download {
    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse, completionHandler: @escaping Answer
    ) {
      completionHandler(.allow)
    }
  }

  private final class Downloads: NSObject, URLSessionDataDelegate {
    private var running: [URLSession: Download] = [:]

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      guard let download: Download = running[session] else { return completionHandler(.cancel) }
      // ok: whoever conforms to the protocol is here, and has the method
      download.urlSession?(session, dataTask: dataTask, didReceive: response, completionHandler: completionHandler)
    }
  }

  private final class Forwarding: NSObject, URLSessionDataDelegate {
    private let delegate: URLSessionDataDelegate

    override init() {
      delegate = ImageDownload()
      super.init()
    }

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      // ok: the only value of the constant has the method
      delegate.urlSession?(session, dataTask: dataTask, didReceive: response, completionHandler: completionHandler)
    }
  }

  private final class Asking: NSObject, URLSessionDataDelegate {
    var delegate: URLSessionDataDelegate = ImageDownload()

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      guard delegate.responds(to: #selector(Forwarding.urlSession(_:dataTask:didReceive:completionHandler:))) else {
        return completionHandler(.cancel)
      }
      // ok: it was asked whether it has it
      delegate.urlSession?(session, dataTask: dataTask, didReceive: response, completionHandler: completionHandler)
    }
  }

  // MARK: bad

  private final class Trusting: NSObject, URLSessionDataDelegate {
    var delegate: URLSessionDataDelegate = ImageDownload()

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler done: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      delegate.urlSession?(session, dataTask: dataTask, didReceive: response, completionHandler: done)  // expect: missing-resume
    }
  }

  private final class Given: NSObject, URLSessionDataDelegate {
    private let delegate: URLSessionDataDelegate

    init(delegate: URLSessionDataDelegate) {
      self.delegate = delegate
    }

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler done: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      delegate.urlSession?(session, dataTask: dataTask, didReceive: response, completionHandler: done)  // expect: missing-resume
    }
  }
#endif
