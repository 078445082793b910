/** File names that Glossator gives a meaning. */
export const CONFIGURATION_FILE = 'glossator.json';
export const REGISTRY_FILE = 'entities.json';

const SIDECAR = /^(.+\.txt)(?:\.([A-Za-z0-9_-]+))?\.tags\.json$/i;
const LAYER = /^[A-Za-z0-9_-]+$/;

/** Whether a layer's name may stand in a file name. */
export function isLayerName(name: string): boolean {
  return LAYER.test(name);
}

/** Name of the sidecar of a text: `NAME.txt.tags.json`, or `NAME.txt.LAYER.tags.json` for a second layer. */
export function sidecarName(textName: string, layer?: string): string {
  return layer ? `${textName}.${layer}.tags.json` : `${textName}.tags.json`;
}

/** The text and layer that a file name is the sidecar of, or null where it is none. */
export function sidecarOf(name: string): { text: string; layer?: string } | null {
  const match = SIDECAR.exec(name);
  return match ? { text: match[1], layer: match[2] } : null;
}
