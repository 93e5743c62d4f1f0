import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Test set-up: the entry that handler processes run, built as plain Node needs it. */
export async function builtHandlerProcess(): Promise<URL> {
  const outDir = mkdtempSync(join(tmpdir(), 'gatewright-handler-process-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': source('../../../shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: source('../handler-process.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'handler-process.mjs' } },
    },
  })
  return pathToFileURL(join(outDir, 'handler-process.mjs'))
}
