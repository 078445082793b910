import { Console } from 'node:console';
import {
  AbstractMessageWriter,
  type Connection,
  type ConnectionOptions,
  createConnection,
  Message,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';

/**
 * A connection to the client at standard input and output, as the package
 * makes one for `--stdio`, but for its writer. The process ends when the
 * client closes the line: with 0 if it asked to shut down before, else with 1.
 */
export function connectStandardStreams(options: ConnectionOptions): Connection {
  let shutDown = false;
  const leave = () => process.exit(shutDown ? 0 : 1);
  process.stdin.on('end', leave).on('close', leave);
  // What is printed must not get between the messages.
  globalThis.console = new Console(process.stderr);
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new WholeMessageWriter(process.stdout),
    {
      ...options,
      messageStrategy: {
        handleMessage(message, next) {
          shutDown ||= Message.isRequest(message) && message.method === 'shutdown';
          if (options.messageStrategy) options.messageStrategy.handleMessage(message, next);
          else next(message);
        },
      },
    },
  );
}

/**
 * Writes each message in one piece. The package's own writer writes the header
 * by itself, which wakes the client for nothing while the body waits.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failed = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      this.#stream.write(whole, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failed);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
