// The product's own figures beside the machine's limit: npm run bench [-- [--json] [NAME ...]]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './lib/run.mjs'
import { runScript } from './lib/setup-error.mjs'
import { ensureDependencies, root } from './lib/setup.mjs'

await runScript(async () => {
  await ensureDependencies()
  const { build } = await import('vite')
  const outDir = mkdtempSync(join(tmpdir(), 'gatewright-bench-'))
  try {
    // Bundled as the product is: what runs is what ships.
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@shared': join(root, 'src/shared') } },
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir,
        target: 'node20',
        rolldownOptions: {
          input: {
            main: join(root, 'src/main/bench/main.ts'),
            'handler-process': join(root, 'src/main/live/handler-process.ts'),
          },
        },
      },
    })
    return await runNode([join(outDir, 'main.js'), ...process.argv.slice(2)], { cwd: root })
  } finally {
    rmSync(outDir, { recursive: true })
  }
})
