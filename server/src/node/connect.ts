import { Console } from 'node:console';
import { connect as connectSocket } from 'node:net';
import { parseArgs } from 'node:util';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  Message,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { StreamReader, StreamWriter } from './messages.ts';

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
  return createConnection(ProposedFeatures.all, new StreamReader(input), new StreamWriter(output), {
    ...options,
    messageStrategy: {
      handleMessage(message, next) {
        shutDown ||= Message.isRequest(message) && message.method === 'shutdown';
        if (options.messageStrategy) options.messageStrategy.handleMessage(message, next);
        else next(message);
      },
    },
  });
}
