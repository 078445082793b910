import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The package that runs models; the person installs it where it is wanted. */
export const MODEL_LIBRARY = '@huggingface/transformers';

/** A tensor as the library makes and returns it. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number>;
}

/** The little of the library that is used. */
export interface ModelLibrary {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  readonly AutoTokenizer: { from_pretrained(name: string, options: object): Promise<Tokenizer> };
  readonly AutoModelForTokenClassification: {
    from_pretrained(name: string, options: object): Promise<Model>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => Tensor;
}

export interface Tokenizer {
  readonly pad_token_id?: number;
  encode(text: string, options: { add_special_tokens: boolean }): number[];
}

export interface Model {
  readonly config: {
    readonly id2label?: Readonly<Record<string, string>>;
    readonly max_position_embeddings?: number;
  };
  (inputs: Readonly<Record<string, Tensor>>): Promise<{ logits: Tensor }>;
}

/**
 * Where the library is installed: the first of the folders from which Node
 * would find it, or null.
 */
export function findLibrary(folders: readonly string[]): string | null {
  for (const folder of folders) {
    try {
      return createRequire(join(folder, 'any.js')).resolve(MODEL_LIBRARY);
    } catch {
      // Not from here.
    }
  }
  return null;
}

/** The file that holds the weights, and what the library calls their precision; null where there is none. */
export function weightsIn(folder: string): { file: string; dtype: string } | null {
  for (const [name, dtype] of weights) {
    if (existsSync(join(folder, 'onnx', name))) return { file: name, dtype };
  }
  return null;
}

/** The names under which the library's exporter leaves weights, the small ones first. */
const weights = [
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
  ['model_fp16.onnx', 'fp16'],
  ['model.onnx', 'fp32'],
] as const;
