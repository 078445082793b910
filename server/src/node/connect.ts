import { Console } from 'node:console';
import { connect as connectSocket } from 'node:net';
import { parseArgs } from 'node:util';
import {
  AbstractMessageWriter,
  type Connection,
  type ConnectionOptions,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  Message,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';

const named = {
  'node-ipc': { type: 'boolean' },
  socket: { type: 'string' },
  pipe: { type: 'string' },
} as const;

/**
 * The connection to the client that the command line names: `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`, each also with its value as an argument of
 * its own; else standard input and output.
 */
export function connect(options: ConnectionOptions): Connection {
  const { values } = parseArgs({ options: named, strict: false });
  const { 'node-ipc': ipc, socket: port, pipe } = values;
  if (ipc) {
    const [reader, writer] = [new IPCMessageReader(process), new IPCMessageWriter(process)];
    return createConnection(ProposedFeatures.all, reader, writer, options);
  }
  if (typeof port === 'string' || typeof pipe === 'string') {
    const socket =
      typeof port === 'string'
        ? connectSocket(Number(port), '127.0.0.1')
        : connectSocket(`${pipe}`);
    return connectStreams(socket, socket, options);
  }
  // What is printed must not get between the messages.
  globalThis.console = new Console(process.stderr);
  return connectStreams(process.stdin, process.stdout, options);
}

/** A connection by way of streams. The process ends when the client closes the line: with 0 if it asked to shut down before, else with 1. */
function connectStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: ConnectionOptions,
): Connection {
  let shutDown = false;
  const leave = () => process.exit(shutDown ? 0 : 1);
  input.on('end', leave).on('close', leave);
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new WholeMessageWriter(output),
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
