import { createRequire } from 'node:module'
import type * as Esbuild from 'esbuild'

/** What is used of esbuild. */
export type EsbuildModule = Pick<typeof Esbuild, 'build'>

/** esbuild as it is installed beside the program, which does not contain it; null where it is not. */
export function loadEsbuild(): EsbuildModule | null {
  try {
    // Not `require` by that name: the build would look for the package and put it into the program.
    const load = createRequire(import.meta.url)
    return load('esbuild') as EsbuildModule
  } catch {
    return null
  }
}
