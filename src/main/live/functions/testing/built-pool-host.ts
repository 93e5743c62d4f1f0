import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Test set-up: `pool-host.ts`, built as plain Node needs it; its path. */
export async function builtPoolHost(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'gatewright-pool-host-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': source('../../../../shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: source('./pool-host.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'pool-host.mjs' } },
    },
  })
  return join(outDir, 'pool-host.mjs')
}
