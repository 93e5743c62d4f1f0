/** One entry of `patchOperations`; every value is a text. Source: service model, PatchOperation. */
export interface PatchEntry {
  readonly op?: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'
  readonly path?: string
  readonly value?: string
  readonly from?: string
}

/** "/variables/a~1b" -> ["variables", "a/b"]. */
export function patchSegments(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}
