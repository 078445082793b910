/** The parts of the WHATWG Encoding API that the core uses; Node and every browser have them. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  /** @throws TypeError when fatal and the bytes are not valid. */
  decode(bytes: Uint8Array): string;
}
